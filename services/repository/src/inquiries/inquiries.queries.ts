import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { InquiryRow } from '@alianza/contracts/repository/inquiries';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { anybody, holder, takenBy, withHolder } from '@alianza/platform/tasks/task-rows';
import { firstId, firstInstant } from '../data/cursor-keys.js';
import { isAway } from '../organizations/active.js';
import type { Away } from '../organizations/stand-in.queries.js';

export type QueuedInquiry = Omit<InquiryRow, 'practice' | 'standsInFor' | 'openedAt'> & {
  slug: string | null;
  title: Localized;
  away: Away | null;
  openedAt: string;
};
export type HeldInquiry = QueuedInquiry & { assignedTo: string | null };

const someOrganization = '01890000-0000-7000-8000-000000000000';
const columns = `i.id, i.kind, i.status, i.slug, i.title, i.opened_at as "openedAt", i.opened_at,
    case when ${isAway('o')} then json_build_object('name', o.name, 'status', o.status) end as away`;
const ofOwner = 'left join organization_copy o on o.network_id = i.network_id and o.id = i.organization_id';

/** What is asked of an organisation, $6 or another parameter. */
const ofOrganization = (id: string) => `i.organization_id = ${id}::uuid`;
const ofAway = `i.status = 'open' and i.organization_id in (select a.id from organization_copy a where a.network_id = $1 and ${isAway('a')})`;
/** What the secretariat is asked itself, what waits while its addressee is away, and what it settled in such a place. */
const ofSecretariat = ['i.organization_id is null', ofAway, 'i.stood_in'];

/** Who of the secretariat has what. */
const held = withHolder('inquiries', 'i.id');

/** $1 network, $2 status, $3 and $4 what came last, $5 how many. */
const page = (
  whose: string,
  task = 'null::uuid as "assignedTo"',
  joined = '',
) => `select ${columns}, ${task} from inquiry i ${ofOwner} ${joined}
  where i.network_id = $1 and ${whose} and i.status = $2 and (i.opened_at, i.id) > ($3::timestamptz, $4::uuid) order by i.opened_at, i.id limit $5`;
const count = (whose: string, joined = '') =>
  `(select count(*)::int from inquiry i ${joined} where i.network_id = $1 and ${whose} and i.status = $2)`;

const pages = {
  organization: defineQuery({
    name: 'inquiries_of_organization',
    scope: 'tenant',
    text: page(ofOrganization('$6')),
    sample: (networkId) => [networkId, 'open', firstInstant, firstId, 21, someOrganization],
  }),
  secretariat: defineQuery({
    name: 'inquiries_of_secretariat',
    scope: 'tenant',
    text: `select * from (${ofSecretariat.map((whose) => `(${page(`${whose} and ${takenBy('$6', '$7')}`, holder, held)})`).join(' union all ')}) as queued
      order by opened_at, id limit $5`,
    sample: (networkId) => [networkId, 'open', firstInstant, firstId, 21, ...anybody],
  }),
};

const counts = {
  organization: defineQuery({
    name: 'inquiries_count_of_organization',
    scope: 'tenant',
    text: `select ${count(ofOrganization('$3'))} as total`,
    sample: (networkId) => [networkId, 'open', someOrganization],
  }),
  secretariat: defineQuery({
    name: 'inquiries_count_of_secretariat',
    scope: 'tenant',
    text: `select ${ofSecretariat.map((whose) => count(`${whose} and ${takenBy('$3', '$4')}`, held)).join(' + ')} as total`,
    sample: (networkId) => [networkId, 'open', ...anybody],
  }),
};

export interface QueueWanted {
  networkId: string;
  /** Null for the secretariat's. */
  organizationId: string | null;
  /** Whose of the secretariat's: the parameters of `takenBy`. */
  taken: readonly [string | null, boolean];
  status: string;
  after: readonly [string, string];
  limit: number;
}

export async function readQueue(em: SqlEntityManager, wanted: QueueWanted): Promise<{ rows: HeldInquiry[]; total: number }> {
  const { networkId, organizationId, taken, status, after, limit } = wanted;
  const owner = organizationId === null ? 'secretariat' : 'organization';
  const last = organizationId === null ? taken : [organizationId];
  const rows = await queryRows<HeldInquiry>(em, pages[owner], [networkId, status, ...after, limit, ...last]);
  const [counted] = await queryRows<{ total: number }>(em, counts[owner], [networkId, status, ...last]);
  return { rows, total: counted?.total ?? 0 };
}
