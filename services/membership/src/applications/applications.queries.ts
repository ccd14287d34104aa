import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import type { QueuedRow } from './application.view.js';

/** `open` stands for the states in which a decision is due; never the unconfirmed ones, which nobody submitted yet. */
const inQueue = `a.network_id = $1 and a.submitted_at is not null and (a.status = $2::text
  or ($2::text = 'open' and a.status in ('submitted', 'in-review', 'clarification-asked', 'clarification-answered')))
  and ($3::uuid is null or a.assigned_to = $3::uuid) and (not $4::boolean or a.assigned_to is null)`;

const queuePage = defineQuery({
  name: 'applications_queue',
  scope: 'tenant',
  text: `select a.id, a.organization, a.sector, a.country, a.status, a.submitted_at as "submittedAt", a.changed_at as "changedAt",
      a.assigned_to as "assignedTo", a.given_back_at as "givenBackAt"
    from application a where ${inQueue} and (a.submitted_at, a.id) > ($5::timestamptz, $6::uuid)
    order by a.submitted_at, a.id limit $7`,
  sample: (networkId) => [networkId, 'open', null, false, '-infinity', nowhere, 21],
});

const queueLength = defineQuery({
  name: 'applications_queue_length',
  scope: 'tenant',
  text: `select count(*)::int as total from application a where ${inQueue}`,
  sample: (networkId) => [networkId, 'open', null, false],
});

export interface QueueWanted {
  networkId: string;
  status: string;
  /** Whose: everybody's, one person's, or nobody's yet. */
  assigned: 'all' | 'nobody' | { readonly to: string };
  /** Submission and id of the last one read. */
  last: readonly (string | number | null)[] | null;
  limit: number;
}

type Narrowed = Omit<QueueWanted, 'last' | 'limit'>;
const narrowing = ({ networkId, status, assigned }: Narrowed) => [
  networkId,
  status,
  typeof assigned === 'object' ? assigned.to : null,
  assigned === 'nobody',
];

export const readQueue = (em: SqlEntityManager, { last, limit, ...narrowed }: QueueWanted): Promise<QueuedRow[]> =>
  queryRows<QueuedRow>(em, queuePage, [...narrowing(narrowed), ...(last ?? ['-infinity', nowhere]), limit]);

export async function countQueue(em: SqlEntityManager, narrowed: Narrowed): Promise<number> {
  const [row] = await queryRows<{ total: number }>(em, queueLength, narrowing(narrowed));
  return row?.total ?? 0;
}
