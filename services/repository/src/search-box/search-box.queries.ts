import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';

/** As many are looked through: no organisation has more in the making, and no queue is longer. */
const most = 500;

export interface UnpublishedTitle {
  readonly id: string;
  readonly title: string;
  readonly organization: Localized | null;
}

const rows = `select p.id, p.title, o.name as organization
  from practice p left join organization_copy o on o.network_id = p.network_id and o.id = p.organization_id where p.network_id = $1`;
const someOrganization = '01890000-0000-7000-8000-000000000000';

/** What an organisation is writing, has handed in or has to change. */
const ofOrganization = defineQuery({
  name: 'search_box_own',
  scope: 'tenant',
  text: `${rows} and p.organization_id = $2::uuid and p.status in ('draft', 'submitted', 'changes-requested')
    order by p.changed_at desc, p.id desc limit ${String(most)}`,
  sample: (networkId) => [networkId, someOrganization],
});

const inReview = defineQuery({
  name: 'search_box_in_review',
  scope: 'tenant',
  text: `${rows} and p.status = 'submitted' order by p.submitted_at, p.id limit ${String(most)}`,
  sample: (networkId) => [networkId],
});

export const readOwnTitles = (em: SqlEntityManager, networkId: string, organizationId: string): Promise<UnpublishedTitle[]> =>
  queryRows(em, ofOrganization, [networkId, organizationId]);

export const readTitlesInReview = (em: SqlEntityManager, networkId: string): Promise<UnpublishedTitle[]> =>
  queryRows(em, inReview, [networkId]);
