import { p, type InferEntityFromProperties } from '@mikro-orm/postgresql';
import type {
  ImportCounts,
  ImportFailure,
  ImportOutcome,
  ImportResult,
  ImportStatus,
  ImportStep,
} from '@alianza/contracts/imports/sheet-imports';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { tenantProperties } from '../data/tenancy.js';
import type { SheetColumn } from '../sheets/read-sheet.js';
import type { Unreadable } from '../sheets/sheet.errors.js';
import type { Applied } from './import-tables.js';

/** Columns of a table of imports, to be spread into `defineEntity` beside `tenant`. */
export const importProperties = <Field extends string, Mapping>() => ({
  id: p.uuid().primary(),
  ...tenantProperties,
  status: p.text().$type<ImportStatus>(),
  name: p.text(),
  type: p.text(),
  size: p.integer(),
  sha256: p.text(),
  /** Where the file waits to be read; it leaves there by itself. */
  stagedKey: p.text(),
  /** Why it could not be read or go on. */
  failure: p.text().$type<Unreadable | ImportFailure>().nullable(),
  /** What it goes on with when somebody says so; null where there is nothing left to go on with. */
  stoppedIn: p.text().$type<ImportStep>().nullable(),
  /** How often a step was tried since it came any further. */
  tries: p.integer().nullable(),
  columns: p.json<SheetColumn<Field>[]>(),
  rows: p.integer(),
  mapping: p.json<Mapping>().nullable(),
  counts: p.json<ImportCounts>().nullable(),
  digest: p.text().nullable(),
  /** Print of what rows were checked against besides the records. */
  checkedBy: p.text().nullable(),
  /** Rows checked or applied so far. */
  done: p.integer(),
  result: p.json<ImportResult>().nullable(),
  /** For what is in no other language. */
  fallback: p.text().$type<PortalLanguage>(),
  /** The last report of errors that somebody asked for. */
  reportKey: p.text().nullable(),
  begunBy: p.uuid(),
  begunAt: p.datetime(),
  confirmedBy: p.uuid().nullable(),
  confirmedAt: p.datetime().nullable(),
  finishedAt: p.datetime().nullable(),
  version: p.integer().version(),
});

/** The list of imports reads by it. */
export const begunIndex = (table: string) => ({
  name: `${table}_begun`,
  expression: `create index ${table}_begun on ${table} (network_id, begun_at desc, id desc)`,
});

/** Columns of the rows of a sheet, and of what would become of them; the record's id stands beside. */
export const importRowProperties = <Plan>() => ({
  networkId: p.uuid().primary(),
  importId: p.uuid().primary(),
  /** As the spreadsheet numbers it. */
  number: p.integer().primary(),
  cells: p.json<string[]>(),
  plan: p.json<Plan>().nullable(),
  outcome: p.text().$type<ImportOutcome>().nullable(),
  applied: p.text().$type<Applied>().nullable(),
});

export const outcomeIndex = (table: string): { name: string; properties: ('networkId' | 'importId' | 'outcome' | 'number')[] } => ({
  name: `${table}_outcome`,
  properties: ['networkId', 'importId', 'outcome', 'number'],
});

/** What each column of a sheet is, and whatever else its kind asks. */
export interface SheetMapping {
  readonly fields: readonly (string | null)[];
}

/** A sheet on its way in, of whatever kind. */
export type SheetImport = Pick<InferEntityFromProperties<ImportColumns>, keyof ImportColumns>;
type ImportColumns = ReturnType<typeof importProperties<string, SheetMapping>>;
