import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ImportCounts, ImportOutcome, ImportResult } from '@alianza/contracts/imports/sheet-imports';
import { defineQuery, queryRows } from '../data/queries.js';

/** One import of a network. */
export interface Of {
  readonly networkId: string;
  readonly importId: string;
}

export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** What became of a row. */
export type Applied = 'created' | 'changed' | 'skipped';

export interface Planned<Plan> {
  number: number;
  outcome: ImportOutcome;
  applied: Applied | null;
  /** The record that it became or changed. */
  recordId: string | null;
  plan: Plan;
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
}

const someImport = '01890000-0000-7000-8000-000000000000';
const following = 'and number > $3 order by number limit $4';

/** What is asked of and noted in the tables of a kind of import. */
export function importTables<Plan extends { readonly outcome: ImportOutcome }>({ table, record, queries }: Named) {
  const rows = `${table}_row`;
  const columns = `select number, outcome, applied, ${record} as "recordId", plan from ${rows} where network_id = $1 and import_id = $2`;
  const query = (name: string, text: string, more: readonly unknown[]) =>
    defineQuery({ name: `${queries}_${name}`, scope: 'tenant', text, sample: (networkId) => [networkId, someImport, 0, ...more] });
  const planned = query('rows', `${columns} and outcome is not null ${following}`, [21]);
  const plannedAs = query('rows_of_outcome', `${columns} and outcome = $5 ${following}`, [21, 'error']);
  const unplanned = query('cells', `select number, cells from ${rows} where network_id = $1 and import_id = $2 ${following}`, [200]);
  const waiting = query('rows_to_apply', `${columns} and outcome in ('create', 'change') and applied is null ${following}`, [20]);
  return {
    readPlanned: (em: SqlEntityManager, { networkId, importId }: Of, { outcome, after, limit }: Wanted): Promise<Planned<Plan>[]> =>
      outcome === null
        ? queryRows<Planned<Plan>>(em, planned, [networkId, importId, after, limit])
        : queryRows<Planned<Plan>>(em, plannedAs, [networkId, importId, after, limit, outcome]),
    readCells: (em: SqlEntityManager, { networkId, importId }: Of, after: number, limit: number): Promise<SheetRow[]> =>
      queryRows<SheetRow>(em, unplanned, [networkId, importId, after, limit]),
    /** Rows that are to be written and are not yet, in the order of the sheet. */
    readWaiting: (em: SqlEntityManager, { networkId, importId }: Of, after: number, limit: number): Promise<Planned<Plan>[]> =>
      queryRows<Planned<Plan>>(em, waiting, [networkId, importId, after, limit]),
    ...notes<Plan>({ table, record, rows }),
    ...counts(rows),
  };
}

function notes<Plan extends { readonly outcome: ImportOutcome }>({ table, record, rows }: { table: string; record: string; rows: string }) {
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
    /** What became of rows; of which record, unless they were skipped. */
    noteApplied: async (
      em: SqlEntityManager,
      { networkId, importId }: Of,
      done: readonly { number: number; applied: Applied; recordId: string | null }[],
    ): Promise<void> => {
      const told = done.map(({ number, applied, recordId }) => ({ number, applied, record_id: recordId }));
      await em.execute(apply, [JSON.stringify(told), networkId, importId]);
    },
    /** How far it has come; no version of it, since nobody decides anything by that. */
    noteDone: async (em: SqlEntityManager, { networkId, importId }: Of, done: number): Promise<void> => {
      await em.execute(`update ${table} set done = ? where network_id = ? and id = ?`, [done, networkId, importId]);
    },
    noteMoreDone: async (em: SqlEntityManager, { networkId, importId }: Of, more: number): Promise<void> => {
      await em.execute(`update ${table} set done = done + ? where network_id = ? and id = ?`, [more, networkId, importId]);
    },
  };
}

function counts(rows: string) {
  const count = `select coalesce(applied, outcome) as what, count(*)::int as n from ${rows} where network_id = ? and import_id = ? group by 1`;
  const counted = async (em: SqlEntityManager, { networkId, importId }: Of): Promise<(what: string) => number> => {
    const found = await em.execute<{ what: string; n: number }[]>(count, [networkId, importId]);
    const known = new Map(found.map(({ what, n }) => [what, n]));
    return (what) => known.get(what) ?? 0;
  };
  return {
    countOutcomes: async (em: SqlEntityManager, of: Of): Promise<ImportCounts> => {
      const n = await counted(em, of);
      return { create: n('create'), change: n('change'), same: n('same'), error: n('error') };
    },
    countResults: async (em: SqlEntityManager, of: Of): Promise<ImportResult> => {
      const n = await counted(em, of);
      return { created: n('created'), changed: n('changed'), skipped: n('skipped'), same: n('same'), failed: n('error') };
    },
  };
}
