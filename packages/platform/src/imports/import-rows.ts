import type { ImportOutcome } from '@alianza/contracts/imports/sheet-imports';
import type { Find } from '../sheets/words.js';
import type { SheetRow } from './import-tables.js';

/** What is wrong with a row; `Reason` by what its kind calls it in the texts. */
export interface RowProblem<Field extends string = string, Reason extends string = string> {
  /** Place of the column in the sheet; null where the whole row is meant. */
  readonly column: number | null;
  readonly field: Field | null;
  readonly value: string | null;
  readonly reason: Reason;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The record that a row is about. */
export interface Target {
  readonly id: string;
  readonly version: number;
}

/** What was found out about a row, and what would be done with it. */
export interface RowPlan<Field extends string = string, Reason extends string = string> {
  readonly outcome: ImportOutcome;
  readonly title: string;
  readonly identities: readonly string[];
  readonly target: Target | null;
  readonly changes: readonly Field[];
  readonly problems: readonly RowProblem<Field, Reason>[];
  /** Who is invited by writing it; of kinds whose rows invite somebody. */
  readonly invites?: string | null;
}

/** One cell with what it is meant to be, and where what is wrong with it is noted. */
export interface Cell<Field extends string = string, Reason extends string = string> {
  readonly column: number;
  readonly field: Field;
  readonly text: string;
  readonly problems: RowProblem<Field, Reason>[];
}
export type Cells<Field extends string, Reason extends string> = ReadonlyMap<Field, Cell<Field, Reason>>;

/** A row as it is read, before its record is known. */
export interface Taken<Field extends string, Reason extends string> {
  readonly row: SheetRow;
  readonly cells: Cells<Field, Reason>;
  readonly identities: readonly string[];
  readonly problems: RowProblem<Field, Reason>[];
}

/** Rows that came before, by what they were known by: no two are about one record. */
export type Seen = Map<string, number>;

const shown = 120;

export function refuse<Field extends string, Reason extends string>(
  { column, field, problems }: Cell<Field, Reason>,
  reason: NoInfer<Reason>,
  value: string,
  params: RowProblem['params'] = {},
): void {
  problems.push({ column, field, value: value.slice(0, shown), reason, params });
}

/** What is wrong with a row and with none of its cells. */
export const whole = <Reason extends string>(reason: Reason, params: RowProblem['params'] = {}): RowProblem<never, Reason> => ({
  column: null,
  field: null,
  value: null,
  reason,
  params,
});

/** The cells of a row that are something, by what they are. */
export function cellsOf<Field extends string, Reason extends string>(
  texts: readonly string[],
  { fields }: { readonly fields: readonly (Field | null)[] },
  problems: RowProblem<Field, Reason>[],
): Map<Field, Cell<Field, Reason>> {
  const cells = new Map<Field, Cell<Field, Reason>>();
  for (const [column, field] of fields.entries())
    if (field !== null && !cells.has(field)) cells.set(field, { column, field, text: texts[column] ?? '', problems });
  return cells;
}

/** One of a closed list, by its identifier or what it is called. */
export function oneOf<Field extends string, Reason extends string>(
  cell: Cell<Field, Reason>,
  find: Find,
  reason: NoInfer<Reason>,
): string | null {
  if (cell.text === '') return null;
  const found = find(cell.text);
  if (found === null) refuse(cell, reason, cell.text);
  return found;
}

/** The row before that was about the same; from now on this one is remembered as well. */
export function repeated(identities: readonly string[], number: number, seen: Seen): number | null {
  const earlier = identities.map((identity) => seen.get(identity)).find((row) => row !== undefined) ?? null;
  for (const identity of identities) if (!seen.has(identity)) seen.set(identity, number);
  return earlier;
}

/** What comes after the colon, of identities of one kind. */
export const ofKind = <Kind extends string>(identities: Iterable<string>, kind: Kind): string[] =>
  [...identities].filter((identity) => identity.startsWith(`${kind}:`)).map((identity) => identity.slice(kind.length + 1));
