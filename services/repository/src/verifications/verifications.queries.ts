import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { firstId, firstInstant } from '../data/cursor-keys.js';
import { practiceRows, type PracticeListRow } from '../practices/practices.queries.js';

const due = defineQuery({
  name: 'verifications_due',
  scope: 'tenant',
  text: `${practiceRows('p.verify_by as "dueAt"')} and p.verify_by <= $2::timestamptz and (p.verify_by, p.id) > ($3::timestamptz, $4::uuid)
    order by p.verify_by, p.id limit $5`,
  sample: (networkId) => [networkId, firstInstant, firstInstant, firstId, 21],
});

const countDue = defineQuery({
  name: 'verifications_count',
  scope: 'tenant',
  text: `select count(*)::int as total from practice p where p.network_id = $1 and p.verify_by <= $2::timestamptz`,
  sample: (networkId) => [networkId, firstInstant],
});

export type DueRow = PracticeListRow & { dueAt: string };

export const readDue = (
  em: SqlEntityManager,
  networkId: string,
  { until, after, limit }: { until: Date | string; after: readonly [string, string]; limit: number },
): Promise<DueRow[]> => queryRows<DueRow>(em, due, [networkId, until, ...after, limit]);

export async function readDueTotal(em: SqlEntityManager, networkId: string, until: Date | string): Promise<number> {
  const [row] = await queryRows<{ total: number }>(em, countDue, [networkId, until]);
  return row?.total ?? 0;
}

const show = 'update published_practice set verified_at = ? where network_id = ? and practice_id = ?';

/** What the public reads says since when it has been looked at. */
export async function showVerified(em: SqlEntityManager, networkId: string, practiceId: string, at: Date): Promise<void> {
  await em.execute(show, [at, networkId, practiceId]);
}
