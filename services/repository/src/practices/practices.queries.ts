import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeRow, PracticeStatus } from '@alianza/contracts/repository/practices';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { firstInstant, firstId, lastId, lastInstant } from '../data/cursor-keys.js';
import type { Practice } from './practice.entity.js';

export type PracticeListRow = Omit<PracticeRow, 'organization' | 'submittedAt' | 'changedAt'> & {
  organization: Localized | null;
  submittedAt: string | null;
  changedAt: string;
};

const select = `select p.id, p.slug, p.status, p.type, p.title, o.name as organization, jsonb_array_length(p.comments) as comments,
    p.submitted_at as "submittedAt", p.changed_at as "changedAt"
  from practice p left join organization_copy o on o.network_id = p.network_id and o.id = p.organization_id where p.network_id = $1`;
const lastChanged = `and ($2::text is null or p.status = $2::text) and (p.changed_at, p.id) < ($3::timestamptz, $4::uuid)
  order by p.changed_at desc, p.id desc limit $5`;

const someOrganization = '01890000-0000-7000-8000-000000000000';

const ofOrganization = defineQuery({
  name: 'practices_of_organization',
  scope: 'tenant',
  text: `${select} and p.organization_id = $6::uuid ${lastChanged}`,
  sample: (networkId) => [networkId, null, lastInstant, lastId, 21, someOrganization],
});

const ofNetwork = defineQuery({
  name: 'practices_of_network',
  scope: 'tenant',
  text: `${select} and p.organization_id is null ${lastChanged}`,
  sample: (networkId) => [networkId, 'draft', lastInstant, lastId, 21],
});

const waiting = defineQuery({
  name: 'reviews_waiting',
  scope: 'tenant',
  text: `${select} and p.status = 'submitted' and (p.submitted_at, p.id) > ($2::timestamptz, $3::uuid) order by p.submitted_at, p.id limit $4`,
  sample: (networkId) => [networkId, firstInstant, firstId, 21],
});

const countWaiting = defineQuery({
  name: 'reviews_count',
  scope: 'tenant',
  text: `select count(*)::int as total from practice p where p.network_id = $1 and p.status = 'submitted'`,
  sample: (networkId) => [networkId],
});

const one = defineQuery({
  name: 'practice_to_edit',
  scope: 'tenant',
  text: `select p.id, p.slug, p.status, p.organization_id as "organizationId", p.content, p.comments, p.changed_at as "changedAt", p.version, o.name
    from practice p left join organization_copy o on o.network_id = p.network_id and o.id = p.organization_id where p.network_id = $1 and p.id = $2`,
  sample: (networkId) => [networkId, someOrganization],
});

/** What is read in order to edit or review, with the name of its owner: one statement, and nothing that watches for changes. */
export type PracticeToEdit = Pick<Practice, 'id' | 'slug' | 'status' | 'organizationId' | 'content' | 'comments' | 'version'> & {
  changedAt: string;
  name: Localized | null;
};

export async function readToEdit(em: SqlEntityManager, networkId: string, id: string): Promise<PracticeToEdit | null> {
  const [row] = await queryRows<PracticeToEdit>(em, one, [networkId, id]);
  return row ?? null;
}

export interface OwnWanted {
  /** Null for the network's own. */
  organizationId: string | null;
  status: PracticeStatus | null;
  after: readonly [string, string];
  limit: number;
}

export function readOwn(
  em: SqlEntityManager,
  networkId: string,
  { organizationId, status, after, limit }: OwnWanted,
): Promise<PracticeListRow[]> {
  const values = [networkId, status, ...after, limit];
  return organizationId === null
    ? queryRows<PracticeListRow>(em, ofNetwork, values)
    : queryRows<PracticeListRow>(em, ofOrganization, [...values, organizationId]);
}

export const readWaiting = (
  em: SqlEntityManager,
  networkId: string,
  { after, limit }: Pick<OwnWanted, 'after' | 'limit'>,
): Promise<PracticeListRow[]> => queryRows<PracticeListRow>(em, waiting, [networkId, ...after, limit]);

export async function readWaitingTotal(em: SqlEntityManager, networkId: string): Promise<number> {
  const [row] = await queryRows<{ total: number }>(em, countWaiting, [networkId]);
  return row?.total ?? 0;
}
