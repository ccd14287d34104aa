import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ReplicationRow, ReplicationStatus } from '@alianza/contracts/repository/replications';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { anybody, takenBy, withHolder } from '@alianza/platform/tasks/task-rows';
import { firstId, firstInstant, lastId, lastInstant } from '../data/cursor-keys.js';
import { isAway } from '../organizations/active.js';

export type ReplicationListRow = Omit<ReplicationRow, 'organization' | 'origin' | 'toldAt' | 'changedAt'> & {
  organization: Localized | null;
  origin: Localized | null;
  originId: string | null;
  assignedTo: string | null;
  toldAt: string | null;
  changedAt: string;
};

/** $1 network, $2 status or null for any, $3 and $4 where the page begins, $5 its length. */
const rows = (
  more: string,
  joined: string,
) => `select r.id, r.status, coalesce(shown.content->'title'->>(shown.content->'title'->>'original'), p.title) as title, o.name as organization, r.origin_id as "originId", g.name as origin,
    coalesce(g.status, 'active') as "originStatus", r.content ->> 'country' as country,
    r.content ->> 'place' as place, r.told_at as "toldAt", r.changed_at as "changedAt", ${more} as "assignedTo"
  from replication r left join practice p on p.network_id = r.network_id and p.id = r.practice_id
    left join published_practice shown on shown.network_id = r.network_id and shown.practice_id = r.practice_id
    left join organization_copy o on o.network_id = r.network_id and o.id = r.organization_id
    left join organization_copy g on g.network_id = r.network_id and g.id = r.origin_id ${joined} where r.network_id = $1`;
const someOrganization = '01890000-0000-7000-8000-000000000000';

/** Who of the secretariat has it is said to the secretariat, of what it answers for. */
const held = withHolder('replications', 'r.id');

const ownReplications = defineQuery({
  name: 'replications_of_organization',
  scope: 'tenant',
  text: `${rows('null::uuid', '')} and ($2::text is null or r.status = $2::text) and r.organization_id = $6::uuid
    and (r.changed_at, r.id) < ($3::timestamptz, $4::uuid) order by r.changed_at desc, r.id desc limit $5`,
  sample: (networkId) => [networkId, null, lastInstant, lastId, 21, someOrganization],
});

/** $6 the organisation that answers, $7 whether it is asked as the network's secretariat too, which stands in for who is away. */
const answering = `(r.origin_id = $6::uuid or ($7::boolean and (r.origin_id is null or ${isAway('g')})))`;
const receivedReplications = defineQuery({
  name: 'replications_received',
  scope: 'tenant',
  text: `${rows('case when $7::boolean then h.person_id end', held)} and r.status = $2 and r.told_at is not null and ${answering}
    and ${takenBy('$8', '$9')} and (r.told_at, r.id) > ($3::timestamptz, $4::uuid) order by r.told_at, r.id limit $5`,
  sample: (networkId) => [networkId, 'told', firstInstant, firstId, 21, someOrganization, true, ...anybody],
});

const waitingReplications = defineQuery({
  name: 'replications_waiting_count',
  scope: 'tenant',
  text: `select count(*)::int as total from replication r ${held}
    left join organization_copy g on g.network_id = r.network_id and g.id = r.origin_id where r.network_id = $1 and r.status = 'told'
    and (r.origin_id = $2::uuid or ($3::boolean and (r.origin_id is null or ${isAway('g')}))) and ${takenBy('$4', '$5')}`,
  sample: (networkId) => [networkId, someOrganization, true, ...anybody],
});

interface Wanted {
  readonly status: ReplicationStatus | null;
  readonly after: readonly [string, string];
  readonly limit: number;
}

export const readOwn = (em: SqlEntityManager, networkId: string, organizationId: string, wanted: Wanted): Promise<ReplicationListRow[]> =>
  queryRows<ReplicationListRow>(em, ownReplications, [networkId, wanted.status, ...wanted.after, wanted.limit, organizationId]);

/** Who answers: an organisation, the secretariat, or somebody who is both. */
export interface Answering {
  readonly organizationId: string | null;
  readonly network: boolean;
  /** Whose of the secretariat's: the parameters of `takenBy`. */
  readonly taken: readonly [string | null, boolean];
}

export const readReceived = (
  em: SqlEntityManager,
  networkId: string,
  { organizationId, network, taken }: Answering,
  { status, after, limit }: Wanted,
): Promise<ReplicationListRow[]> =>
  queryRows<ReplicationListRow>(em, receivedReplications, [networkId, status, ...after, limit, organizationId, network, ...taken]);

export async function readWaitingTotal(
  em: SqlEntityManager,
  networkId: string,
  { organizationId, network, taken }: Answering,
): Promise<number> {
  const [row] = await queryRows<{ total: number }>(em, waitingReplications, [networkId, organizationId, network, ...taken]);
  return row?.total ?? 0;
}

const practice = defineQuery({
  name: 'replicated_practice',
  scope: 'public',
  text: `select practice_id as id, organization_id as "originId", slug from published_practice where network_id = $1 and practice_id = $2`,
  sample: (networkId) => [networkId, someOrganization],
});

/** A practice that the public reads now. */
export async function readPublishedPractice(
  em: SqlEntityManager,
  networkId: string,
  practiceId: string,
): Promise<{ id: string; originId: string | null; slug: string } | null> {
  const [row] = await queryRows<{ id: string; originId: string | null; slug: string }>(em, practice, [networkId, practiceId]);
  return row ?? null;
}
