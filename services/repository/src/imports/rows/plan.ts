import type { ImportField } from '@alianza/contracts/import-columns';
import type { ImportOutcome } from '@alianza/contracts/imports/sheet-imports';
import type { PracticeContent } from '@alianza/contracts/repository/practices';

/** What is wrong with a row; its words are in the texts under `imports.problem`. */
export type Reason =
  | 'missing'
  | 'unknown-value'
  | 'not-year'
  | 'years-reversed'
  | 'not-target'
  | 'not-address'
  | 'too-long'
  | 'too-many'
  | 'not-allowed'
  | 'repeated-row'
  | 'two-records'
  | 'of-organization'
  | 'withdrawn'
  | 'declined'
  | 'in-review'
  | 'being-written';

export interface RowProblem {
  /** Place of the column in the sheet; null where the whole row is meant. */
  readonly column: number | null;
  readonly field: ImportField | null;
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
export interface RowPlan {
  readonly outcome: ImportOutcome;
  readonly title: string;
  readonly identities: readonly string[];
  readonly target: Target | null;
  readonly changes: readonly ImportField[];
  readonly problems: readonly RowProblem[];
  /** What the record would say; null where nothing is written. */
  readonly content: PracticeContent | null;
}
