import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import type { QueuedApplication } from './application.view.js';

/** `open` stands for the three states in which a decision is due; never the unconfirmed ones, which nobody submitted yet. */
const inQueue = `a.network_id = $1 and a.submitted_at is not null and (a.status = $2::text
  or ($2::text = 'open' and a.status in ('submitted', 'clarification-asked', 'clarification-answered')))`;

const queuePage = defineQuery({
  name: 'applications_queue',
  scope: 'tenant',
  text: `select a.id, a.organization, a.sector, a.country, a.status, a.submitted_at as "submittedAt", a.changed_at as "changedAt"
    from application a where ${inQueue} and (a.submitted_at, a.id) > ($3::timestamptz, $4::uuid)
    order by a.submitted_at, a.id limit $5`,
  sample: (networkId) => [networkId, 'open', '-infinity', nowhere, 21],
});

const queueLength = defineQuery({
  name: 'applications_queue_length',
  scope: 'tenant',
  text: `select count(*)::int as total from application a where ${inQueue}`,
  sample: (networkId) => [networkId, 'open'],
});

export interface QueueWanted {
  networkId: string;
  status: string;
  /** Submission and id of the last one read. */
  last: readonly (string | number | null)[] | null;
  limit: number;
}

export const readQueue = (em: SqlEntityManager, { networkId, status, last, limit }: QueueWanted): Promise<QueuedApplication[]> =>
  queryRows<QueuedApplication>(em, queuePage, [networkId, status, ...(last ?? ['-infinity', nowhere]), limit]);

export async function countQueue(em: SqlEntityManager, { networkId, status }: Pick<QueueWanted, 'networkId' | 'status'>): Promise<number> {
  const [row] = await queryRows<{ total: number }>(em, queueLength, [networkId, status]);
  return row?.total ?? 0;
}
