import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { LetterStatus } from '@alianza/contracts/membership/representation/letters';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import { anybody, holder, takenBy, withHolder } from '@alianza/platform/tasks/task-rows';

/** Which letters, and their ids with what they are ordered by. */
export interface LetterRow {
  id: string;
  at: Date | string;
  /** Who of the secretariat has it. */
  assignedTo: string | null;
}

const held = withHolder('letters', 'l.id');

/** What waits for a decision can be decided: nobody accredits for an organisation that is suspended or has left. */
const decidable = `($2 <> 'filed' or exists (select 1 from organization o
  where o.network_id = l.network_id and o.id = l.organization_id and o.status = 'active'))`;

const waiting = defineQuery({
  name: 'letters_waiting',
  scope: 'tenant',
  text: `select l.id, l.filed_at as at, ${holder} from letter l ${held} where l.network_id = $1 and l.status = $2 and ${decidable} and ${takenBy('$6', '$7')}
    and (l.filed_at, l.id) > ($3::timestamptz, $4::uuid) order by l.filed_at, l.id limit $5`,
  sample: (networkId) => [networkId, 'filed', '-infinity', nowhere, 21, ...anybody],
});

const countWaiting = defineQuery({
  name: 'letters_waiting_count',
  scope: 'tenant',
  text: `select count(*)::int as total from letter l ${held} where l.network_id = $1 and l.status = $2 and ${decidable} and ${takenBy('$3', '$4')}`,
  sample: (networkId) => [networkId, 'filed', ...anybody],
});

const between = `l.network_id = $1 and l.status = 'accredited' and l.ends_at > $2::timestamptz and l.ends_at <= $3::timestamptz`;

const ending = defineQuery({
  name: 'letters_ending',
  scope: 'tenant',
  text: `select l.id, l.ends_at as at, ${holder} from letter l ${held} where ${between} and ${takenBy('$7', '$8')}
    and (l.ends_at, l.id) > ($4::timestamptz, $5::uuid) order by l.ends_at, l.id limit $6`,
  sample: (networkId) => [networkId, '-infinity', 'infinity', '-infinity', nowhere, 21, ...anybody],
});

const countEnding = defineQuery({
  name: 'letters_ending_count',
  scope: 'tenant',
  text: `select count(*)::int as total from letter l ${held} where ${between} and ${takenBy('$4', '$5')}`,
  sample: (networkId) => [networkId, '-infinity', 'infinity', ...anybody],
});

export interface PageWanted {
  readonly networkId: string;
  /** What the last one read is ordered by, and its id. */
  readonly last: readonly (string | number | null)[] | null;
  readonly limit: number;
  /** Whose: the parameters of `takenBy`. */
  readonly taken: readonly [string | null, boolean];
}

/** Instants as PostgreSQL takes them. */
export type Range = readonly [after: string, until: string];
interface Found {
  readonly rows: LetterRow[];
  readonly total: number;
}

const start = ['-infinity', nowhere] as const;
const totalOf = ([row]: { total: number }[]): number => row?.total ?? 0;

export async function readWaiting(
  em: SqlEntityManager,
  { networkId, last, limit, taken }: PageWanted,
  status: LetterStatus,
): Promise<Found> {
  const rows = await queryRows<LetterRow>(em, waiting, [networkId, status, ...(last ?? start), limit, ...taken]);
  return { rows, total: totalOf(await queryRows(em, countWaiting, [networkId, status, ...taken])) };
}

export async function readEnding(em: SqlEntityManager, { networkId, last, limit, taken }: PageWanted, range: Range): Promise<Found> {
  const rows = await queryRows<LetterRow>(em, ending, [networkId, ...range, ...(last ?? start), limit, ...taken]);
  return { rows, total: totalOf(await queryRows(em, countEnding, [networkId, ...range, ...taken])) };
}
