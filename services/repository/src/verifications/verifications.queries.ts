import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Localized } from '@alianza/contracts/shapes';
import type { Confirmation } from '@alianza/contracts/repository/publication/verifications';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { anybody, holder, takenBy, withHolder } from '@alianza/platform/tasks/task-rows';
import { firstId, firstInstant } from '../data/cursor-keys.js';
import { practiceRows, type PracticeListRow } from '../practices/practices.queries.js';
import type { Practice } from '../practices/practice.entity.js';

const held = withHolder('verifications', 'p.id');

/** By what the public reads: the next version of it may be being written. */
const shown = 'left join published_practice shown on shown.network_id = p.network_id and shown.practice_id = p.id';

const due = defineQuery({
  name: 'verifications_due',
  scope: 'tenant',
  text: `${practiceRows(`p.verify_by as "dueAt", p.confirmation, coalesce(shown.content, p.content)->'title' as "publicTitle", ${holder}`, `${held} ${shown}`)} and p.verify_by <= $2::timestamptz and ${takenBy('$6', '$7')}
    and ($8::uuid is null or p.id = $8::uuid) and (p.verify_by, p.id) > ($3::timestamptz, $4::uuid) order by p.verify_by, p.id limit $5`,
  sample: (networkId) => [networkId, firstInstant, firstInstant, firstId, 21, ...anybody, null],
});

const countDue = defineQuery({
  name: 'verifications_count',
  scope: 'tenant',
  text: `select count(*)::int as total from practice p ${held}
    where p.network_id = $1 and p.verify_by <= $2::timestamptz and ${takenBy('$3', '$4')} and ($5::uuid is null or p.id = $5::uuid)`,
  sample: (networkId) => [networkId, firstInstant, ...anybody, null],
});

export type DueRow = PracticeListRow & {
  publicTitle: Localized;
  dueAt: string;
  confirmation: Confirmation | null;
  assignedTo: string | null;
};

interface Wanted {
  until: Date | string;
  /** The parameters of `takenBy`. */
  taken: readonly [string | null, boolean];
  /** That one alone. */
  id: string | null;
}

export const readDue = (
  em: SqlEntityManager,
  networkId: string,
  { until, taken, id, after, limit }: Wanted & { after: readonly [string, string]; limit: number },
): Promise<DueRow[]> => queryRows<DueRow>(em, due, [networkId, until, ...after, limit, ...taken, id]);

export async function readDueTotal(em: SqlEntityManager, networkId: string, { until, taken, id }: Wanted): Promise<number> {
  const [row] = await queryRows<{ total: number }>(em, countDue, [networkId, until, ...taken, id]);
  return row?.total ?? 0;
}

/** Since when it has been looked at, or its owner says that it holds, as the public reads it. */
export async function showHeld(
  em: SqlEntityManager,
  { networkId, id }: Practice,
  column: 'verified_at' | 'confirmed_at',
  at: Date,
): Promise<void> {
  await em.execute(`update published_practice set ${column} = ? where network_id = ? and practice_id = ?`, [at, networkId, id]);
}
