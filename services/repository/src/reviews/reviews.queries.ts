import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ReviewRow } from '@alianza/contracts/repository/reviews';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { firstId, firstInstant } from '../data/cursor-keys.js';
import { practiceRows, type PracticeListRow } from '../practices/practices.queries.js';

export type WaitingRow = PracticeListRow & Pick<ReviewRow, 'assignedTo' | 'submission'>;

/** Of anybody, of one person, or of nobody. */
const taken = (person: string, nobody: string) =>
  `(${person}::uuid is null or p.assigned_to = ${person}::uuid) and (not ${nobody}::boolean or p.assigned_to is null)`;

/** Everything to who reviews, and to a guest what they were invited to. */
const toGuest = (guest: string) => `(${guest}::uuid is null or exists (select from review_guest g
      where g.network_id = p.network_id and g.person_id = ${guest}::uuid and g.practice_id = p.id and g.ended_at is null))`;

const waiting = defineQuery({
  name: 'reviews_waiting',
  scope: 'tenant',
  text: `${practiceRows('p.assigned_to as "assignedTo", p.submissions as submission')} and p.status = 'submitted' and ${taken('$5', '$6')} and ${toGuest('$7')}
    and (p.submitted_at, p.id) > ($2::timestamptz, $3::uuid) order by p.submitted_at, p.id limit $4`,
  sample: (networkId) => [networkId, firstInstant, firstId, 21, null, false, firstId],
});

const countWaiting = defineQuery({
  name: 'reviews_count',
  scope: 'tenant',
  text: `select count(*)::int as total from practice p where p.network_id = $1 and p.status = 'submitted' and ${taken('$2', '$3')} and ${toGuest('$4')}`,
  sample: (networkId) => [networkId, null, true, firstId],
});

export interface Taken {
  /** Who must have taken it; null for anybody. */
  readonly by: string | null;
  /** Only what nobody has taken. */
  readonly nobody: boolean;
  /** A guest, who sees only what they were invited to; null for who reviews. */
  readonly guest: string | null;
}

export const readWaiting = (
  em: SqlEntityManager,
  networkId: string,
  { after, limit, by, nobody, guest }: Taken & { after: readonly [string, string]; limit: number },
): Promise<WaitingRow[]> => queryRows<WaitingRow>(em, waiting, [networkId, ...after, limit, by, nobody, guest]);

export async function readWaitingTotal(em: SqlEntityManager, networkId: string, { by, nobody, guest }: Taken): Promise<number> {
  const [row] = await queryRows<{ total: number }>(em, countWaiting, [networkId, by, nobody, guest]);
  return row?.total ?? 0;
}
