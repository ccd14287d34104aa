import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ImportCounts, ImportOutcome, ImportResult } from '@alianza/contracts/repository/imports';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { lastId, lastInstant } from '../data/cursor-keys.js';
import type { Import } from './import.entity.js';
import type { RowPlan } from './rows/plan.js';
import type { SheetRow } from './rows/plan-rows.js';

/** One import of a network. */
export interface Of {
  readonly networkId: string;
  readonly importId: string;
}

const someImport = '01890000-0000-7000-8000-000000000000';

const begun = defineQuery({
  name: 'imports_begun',
  scope: 'tenant',
  text: `select id, status, name, rows, counts, result, begun_by as "begunBy", begun_at as "begunAt", finished_at as "finishedAt"
    from practice_import where network_id = $1 and (begun_at, id) < ($2::timestamptz, $3::uuid) order by begun_at desc, id desc limit $4`,
  sample: (networkId) => [networkId, lastInstant, lastId, 21],
});

export type BegunRow = Pick<Import, 'id' | 'status' | 'name' | 'rows' | 'counts' | 'result' | 'begunBy'> & {
  begunAt: string;
  finishedAt: string | null;
};

export const readBegun = (
  em: SqlEntityManager,
  networkId: string,
  { after, limit }: { after: readonly [string, string]; limit: number },
): Promise<BegunRow[]> => queryRows<BegunRow>(em, begun, [networkId, ...after, limit]);

export interface PlannedRow {
  number: number;
  outcome: ImportOutcome;
  applied: 'created' | 'changed' | 'skipped' | null;
  practiceId: string | null;
  plan: RowPlan;
}

const columns = `select number, outcome, applied, practice_id as "practiceId", plan from practice_import_row where network_id = $1 and import_id = $2`;
const following = 'and number > $3 order by number limit $4';

const planned = defineQuery({
  name: 'import_rows',
  scope: 'tenant',
  text: `${columns} and outcome is not null ${following}`,
  sample: (networkId) => [networkId, someImport, 0, 21],
});
const plannedAs = defineQuery({
  name: 'import_rows_of_outcome',
  scope: 'tenant',
  text: `${columns} and outcome = $5 ${following}`,
  sample: (networkId) => [networkId, someImport, 0, 21, 'error'],
});

interface Wanted {
  readonly outcome: ImportOutcome | null;
  readonly after: number;
  readonly limit: number;
}

export const readPlanned = (em: SqlEntityManager, { networkId, importId }: Of, { outcome, after, limit }: Wanted): Promise<PlannedRow[]> =>
  outcome === null
    ? queryRows<PlannedRow>(em, planned, [networkId, importId, after, limit])
    : queryRows<PlannedRow>(em, plannedAs, [networkId, importId, after, limit, outcome]);

const unplanned = defineQuery({
  name: 'import_cells',
  scope: 'tenant',
  text: `select number, cells from practice_import_row where network_id = $1 and import_id = $2 ${following}`,
  sample: (networkId) => [networkId, someImport, 0, 200],
});

export const readCells = (em: SqlEntityManager, { networkId, importId }: Of, after: number, limit: number): Promise<SheetRow[]> =>
  queryRows<SheetRow>(em, unplanned, [networkId, importId, after, limit]);

const waiting = defineQuery({
  name: 'import_rows_to_apply',
  scope: 'tenant',
  text: `${columns} and outcome in ('create', 'change') and applied is null ${following}`,
  sample: (networkId) => [networkId, someImport, 0, 20],
});

/** Rows that are to be written and are not yet, in the order of the sheet. */
export const readWaiting = (em: SqlEntityManager, { networkId, importId }: Of, after: number, limit: number): Promise<PlannedRow[]> =>
  queryRows<PlannedRow>(em, waiting, [networkId, importId, after, limit]);

const keep = `insert into practice_import_row (network_id, import_id, number, cells)
  select ?::uuid, ?::uuid, r.number, r.cells from jsonb_to_recordset(?::jsonb) as r(number int, cells jsonb)
  on conflict (network_id, import_id, number) do update set cells = excluded.cells`;

export async function keepRows(em: SqlEntityManager, { networkId, importId }: Of, rows: readonly SheetRow[]): Promise<void> {
  await em.execute(keep, [networkId, importId, JSON.stringify(rows)]);
}

const note = `update practice_import_row r set outcome = n.outcome, plan = n.plan, applied = null
  from jsonb_to_recordset(?::jsonb) as n(number int, outcome text, plan jsonb)
  where r.network_id = ? and r.import_id = ? and r.number = n.number`;

export async function notePlans(
  em: SqlEntityManager,
  { networkId, importId }: Of,
  plans: readonly { number: number; plan: RowPlan }[],
): Promise<void> {
  const rows = plans.map(({ number, plan }) => ({ number, outcome: plan.outcome, plan }));
  await em.execute(note, [JSON.stringify(rows), networkId, importId]);
}

const apply = 'update practice_import_row set applied = ?, practice_id = ?::uuid where network_id = ? and import_id = ? and number = ?';

/** What became of a row; of which record, unless it was skipped. */
export async function noteApplied(
  em: SqlEntityManager,
  { networkId, importId }: Of,
  number: number,
  { applied, practiceId }: { applied: 'created' | 'changed' | 'skipped'; practiceId: string | null },
): Promise<void> {
  await em.execute(apply, [applied, practiceId, networkId, importId, number]);
}

const advance = 'update practice_import set done = ? where network_id = ? and id = ?';
const advanceBy = 'update practice_import set done = done + ? where network_id = ? and id = ?';

/** How far it has come; no version of it, since nobody decides anything by that. */
export async function noteDone(em: SqlEntityManager, { networkId, importId }: Of, done: number): Promise<void> {
  await em.execute(advance, [done, networkId, importId]);
}

export async function noteMoreDone(em: SqlEntityManager, { networkId, importId }: Of, more: number): Promise<void> {
  await em.execute(advanceBy, [more, networkId, importId]);
}

const identify = `insert into practice_import_identity (network_id, identity, practice_id)
  select ?::uuid, identity, ?::uuid from jsonb_array_elements_text(?::jsonb) as t(identity) on conflict do nothing`;

/** By these a later sheet finds the record again. */
export async function rememberIdentities(
  em: SqlEntityManager,
  networkId: string,
  practiceId: string,
  identities: readonly string[],
): Promise<void> {
  await em.execute(identify, [networkId, practiceId, JSON.stringify(identities)]);
}

const count = `select coalesce(applied, outcome) as what, count(*)::int as n from practice_import_row
  where network_id = ? and import_id = ? group by 1`;

async function counted(em: SqlEntityManager, { networkId, importId }: Of): Promise<Map<string, number>> {
  const rows = await em.execute<{ what: string; n: number }[]>(count, [networkId, importId]);
  return new Map(rows.map(({ what, n }) => [what, n]));
}

export async function countOutcomes(em: SqlEntityManager, of: Of): Promise<ImportCounts> {
  const n = await counted(em, of);
  return { create: n.get('create') ?? 0, change: n.get('change') ?? 0, same: n.get('same') ?? 0, error: n.get('error') ?? 0 };
}

export async function countResults(em: SqlEntityManager, of: Of): Promise<ImportResult> {
  const n = await counted(em, of);
  const [created, changed, skipped] = ['created', 'changed', 'skipped'].map((what) => n.get(what) ?? 0) as [number, number, number];
  return { created, changed, skipped, same: n.get('same') ?? 0, failed: n.get('error') ?? 0 };
}

const otherwise = `
  select exists (select 1 from practice_import_row r left join practice p
      on p.network_id = r.network_id and p.id = (r.plan -> 'target' ->> 'id')::uuid
    where r.network_id = ? and r.import_id = ? and r.outcome in ('change', 'same') and (p.id is null or p.version <> (r.plan -> 'target' ->> 'version')::int))
  or exists (select 1 from practice_import_row r cross join lateral jsonb_array_elements_text(r.plan -> 'identities') as t(identity)
    where r.network_id = ? and r.import_id = ? and r.outcome = 'create' and (
      exists (select 1 from practice_import_identity i where i.network_id = r.network_id and i.identity = t.identity)
      or exists (select 1 from practice p where p.network_id = r.network_id and p.slug = substr(t.identity, 6) and left(t.identity, 5) = 'slug:')))
  as changed`;

/** Whether a record is no longer what it was when its row was checked, or has come to be since. */
export async function recordsChanged(em: SqlEntityManager, { networkId, importId }: Of): Promise<boolean> {
  const [row] = await em.execute<{ changed: boolean }[]>(otherwise, [networkId, importId, networkId, importId]);
  return row?.changed ?? false;
}
