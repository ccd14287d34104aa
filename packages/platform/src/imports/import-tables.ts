import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ImportCounts, ImportOutcome, ImportResult, ImportStatus } from '@alianza/contracts/imports/sheet-imports';
import { defineQuery, queryRows } from '../data/queries.js';
import type { RowPlan } from './import-rows.js';

/** One import of a network. */
export interface Of {
  readonly networkId: string;
  readonly importId: string;
}

export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** What became of a row; `failed` where it could not be written. */
export type Applied = 'created' | 'changed' | 'skipped' | 'failed';

export interface Planned<Plan> {
  number: number;
  outcome: ImportOutcome;
  applied: Applied | null;
  /** The record that it became or changed. */
  recordId: string | null;
  plan: Plan;
}

/** What became of a row, and of which record; null where it was skipped. */
export interface Done {
  readonly number: number;
  readonly applied: Applied;
  readonly recordId: string | null;
}

export interface Wanted {
  readonly outcome: ImportOutcome | null;
  readonly after: number;
  readonly limit: number;
}

/** Names of the tables of one kind of import: of the imports, whose rows and identities begin alike, and of the column with the record's id. */
interface Named {
  readonly table: string;
  readonly record: string;
  /** With which the names of its queries begin. */
  readonly queries: string;
  /** Whether its rows invite somebody. */
  readonly invites?: boolean;
}

/** One line of the list of imports. */
export interface BegunRow {
  readonly id: string;
  readonly status: ImportStatus;
  readonly name: string;
  readonly rows: number;
  readonly counts: ImportCounts | null;
  readonly result: ImportResult | null;
  readonly begunBy: string;
  readonly begunAt: string;
  readonly finishedAt: string | null;
}

const someImport = '01890000-0000-7000-8000-000000000000';
/** After these comes every import. */
export const lastBegun = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;
const following = 'and number > $3 order by number limit $4';

/** What is asked of and noted in the tables of a kind of import. */
export function importTables<Plan extends RowPlan>({ table, record, queries, invites = false }: Named) {
  const rows = `${table}_row`;
  return {
    ...reads<Plan>({ table, record, queries }, rows),
    ...notes<Plan>({ table, record, rows }),
    ...counts(rows, invites),
    ...ends(table, rows),
  };
}

/** The same, whatever the kind. */
export type ImportTables<Plan extends RowPlan = RowPlan> = ReturnType<typeof importTables<Plan>>;

function reads<Plan extends RowPlan>({ table, record, queries }: Named, rows: string) {
  const columns = `select number, outcome, applied, ${record} as "recordId", plan from ${rows} where network_id = $1 and import_id = $2`;
  const query = (name: string, text: string, more: readonly unknown[]) =>
    defineQuery({ name: `${queries}_${name}`, scope: 'tenant', text, sample: (networkId) => [networkId, someImport, 0, ...more] });
  const begun = defineQuery({
    name: `${queries}_begun`,
    scope: 'tenant',
    text: `select id, status, name, rows, counts, result, begun_by as "begunBy", begun_at as "begunAt", finished_at as "finishedAt"
      from ${table} where network_id = $1 and (begun_at, id) < ($2::timestamptz, $3::uuid) order by begun_at desc, id desc limit $4`,
    sample: (networkId) => [networkId, ...lastBegun, 21],
  });
  const planned = query('rows', `${columns} and outcome is not null ${following}`, [21]);
  const plannedAs = query('rows_of_outcome', `${columns} and outcome = $5 ${following}`, [21, 'error']);
  const unplanned = query('cells', `select number, cells from ${rows} where network_id = $1 and import_id = $2 ${following}`, [200]);
  const waiting = query('rows_to_apply', `${columns} and outcome in ('create', 'change') and applied is null ${following}`, [20]);
  return {
    /** The last begun first. */
    readBegun: (em: SqlEntityManager, networkId: string, after: readonly unknown[], limit: number): Promise<BegunRow[]> =>
      queryRows<BegunRow>(em, begun, [networkId, ...after, limit]),
    readPlanned: (em: SqlEntityManager, { networkId, importId }: Of, { outcome, after, limit }: Wanted): Promise<Planned<Plan>[]> =>
      outcome === null
        ? queryRows<Planned<Plan>>(em, planned, [networkId, importId, after, limit])
        : queryRows<Planned<Plan>>(em, plannedAs, [networkId, importId, after, limit, outcome]),
    readCells: (em: SqlEntityManager, { networkId, importId }: Of, after: number, limit: number): Promise<SheetRow[]> =>
      queryRows<SheetRow>(em, unplanned, [networkId, importId, after, limit]),
    /** Rows that are to be written and are not yet, in the order of the sheet. */
    readWaiting: (em: SqlEntityManager, { networkId, importId }: Of, after: number, limit: number): Promise<Planned<Plan>[]> =>
      queryRows<Planned<Plan>>(em, waiting, [networkId, importId, after, limit]),
  };
}

function notes<Plan extends RowPlan>({ table, record, rows }: { table: string; record: string; rows: string }) {
  const keep = `insert into ${rows} (network_id, import_id, number, cells)
    select ?::uuid, ?::uuid, r.number, r.cells from jsonb_to_recordset(?::jsonb) as r(number int, cells jsonb)
    on conflict (network_id, import_id, number) do update set cells = excluded.cells`;
  const note = `update ${rows} r set outcome = n.outcome, plan = n.plan, applied = null
    from jsonb_to_recordset(?::jsonb) as n(number int, outcome text, plan jsonb)
    where r.network_id = ? and r.import_id = ? and r.number = n.number`;
  const apply = `update ${rows} r set applied = n.applied, ${record} = n.record_id
    from jsonb_to_recordset(?::jsonb) as n(number int, applied text, record_id uuid)
    where r.network_id = ? and r.import_id = ? and r.number = n.number`;
  return {
    keepRows: async (em: SqlEntityManager, { networkId, importId }: Of, kept: readonly SheetRow[]): Promise<void> => {
      await em.execute(keep, [networkId, importId, JSON.stringify(kept)]);
    },
    notePlans: async (
      em: SqlEntityManager,
      { networkId, importId }: Of,
      plans: readonly { number: number; plan: Plan }[],
    ): Promise<void> => {
      const told = plans.map(({ number, plan }) => ({ number, outcome: plan.outcome, plan }));
      await em.execute(note, [JSON.stringify(told), networkId, importId]);
    },
    noteApplied: async (em: SqlEntityManager, { networkId, importId }: Of, done: readonly Done[]): Promise<void> => {
      const told = done.map(({ number, applied, recordId }) => ({ number, applied, record_id: recordId }));
      await em.execute(apply, [JSON.stringify(told), networkId, importId]);
    },
    /** How far it has come; no version of it, since nobody decides anything by that. */
    noteDone: async (em: SqlEntityManager, { networkId, importId }: Of, done: number): Promise<void> => {
      await em.execute(`update ${table} set done = ?, tries = null where network_id = ? and id = ?`, [done, networkId, importId]);
    },
    noteMoreDone: async (em: SqlEntityManager, { networkId, importId }: Of, more: number): Promise<void> => {
      await em.execute(`update ${table} set done = done + ?, tries = null where network_id = ? and id = ?`, [more, networkId, importId]);
    },
  };
}

function counts(rows: string, invites: boolean) {
  const invited = invites ? `count(plan ->> 'invites')::int` : '0';
  const count = `select coalesce(applied, outcome) as what, count(*)::int as n, ${invited} as invited from ${rows}
    where network_id = ? and import_id = ? group by 1`;
  const counted = async (em: SqlEntityManager, { networkId, importId }: Of) => {
    const found = await em.execute<{ what: string; n: number; invited: number }[]>(count, [networkId, importId]);
    const known = new Map(found.map((row) => [row.what, row]));
    const invitedBy = (...what: string[]) => {
      const sum = what.reduce((before, each) => before + (known.get(each)?.invited ?? 0), 0);
      return sum > 0 ? { invited: sum } : {};
    };
    return { n: (what: string) => known.get(what)?.n ?? 0, invitedBy };
  };
  return {
    countOutcomes: async (em: SqlEntityManager, of: Of): Promise<ImportCounts> => {
      const { n, invitedBy } = await counted(em, of);
      return { create: n('create'), change: n('change'), same: n('same'), error: n('error'), ...invitedBy('create', 'change') };
    },
    countResults: async (em: SqlEntityManager, of: Of): Promise<ImportResult> => {
      const { n, invitedBy } = await counted(em, of);
      const failed = n('error') + n('failed');
      return {
        created: n('created'),
        changed: n('changed'),
        skipped: n('skipped'),
        same: n('same'),
        failed,
        ...invitedBy('created', 'changed'),
      };
    },
  };
}

/** What is asked where something cannot go on, or is over. */
function ends(table: string, rows: string) {
  const tried = `update ${table} set tries = coalesce(tries, 0) + 1 where network_id = ? and id = ? returning tries`;
  const failed = `select count(*)::int as n from ${rows} r where r.network_id = ? and r.import_id = ? and r.applied = 'failed'
    and r.number > (select coalesce(max(w.number), 0) from ${rows} w
      where w.network_id = r.network_id and w.import_id = r.import_id and w.applied is not null and w.applied <> 'failed')`;
  const again = `update ${rows} set applied = null where network_id = ? and import_id = ? and applied = 'failed' returning number`;
  const forget = `delete from ${rows} where network_id = ? and import_id in (select (jsonb_array_elements_text(?::jsonb))::uuid)`;
  return {
    /** How often the step at hand was tried by now; no version of the import either. */
    noteTry: async (em: SqlEntityManager, { networkId, importId }: Of): Promise<number> => {
      const [row] = await em.execute<{ tries: number }[]>(tried, [networkId, importId]);
      return row?.tries ?? 0;
    },
    /** Rows that could not be written since the last that could. */
    countFailed: async (em: SqlEntityManager, { networkId, importId }: Of): Promise<number> => {
      const [row] = await em.execute<{ n: number }[]>(failed, [networkId, importId]);
      return row?.n ?? 0;
    },
    /** Rows that could not be written wait to be written again. Returns how many. */
    awaitFailed: async (em: SqlEntityManager, { networkId, importId }: Of): Promise<number> =>
      (await em.execute<object[]>(again, [networkId, importId])).length,
    forgetRows: async (em: SqlEntityManager, networkId: string, importIds: readonly string[]): Promise<void> => {
      await em.execute(forget, [networkId, JSON.stringify(importIds)]);
    },
  };
}
