import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { ImportOutcome } from '@alianza/contracts/imports/sheet-imports';
import type { Granted, MemberContent } from './member-content.js';

/** What is wrong with a row; its words are in the texts under `memberImports.problem`. */
export type Reason =
  | 'missing'
  | 'unknown-value'
  | 'unknown-name'
  | 'not-yes-no'
  | 'not-day'
  | 'day-ahead'
  | 'not-address'
  | 'too-long'
  | 'too-many'
  | 'not-allowed'
  | 'reference-missing'
  | 'repeated-row'
  | 'two-organizations'
  | 'name-taken'
  | 'category-held'
  | 'stays-unlisted'
  | 'withdrawn';

export interface RowProblem {
  /** Place of the column in the sheet; null where the whole row is meant. */
  readonly column: number | null;
  readonly field: MemberImportField | null;
  readonly value: string | null;
  readonly reason: Reason;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The organisation that a row is about. */
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
  readonly changes: readonly MemberImportField[];
  readonly problems: readonly RowProblem[];
  /** What the member would be; null where nothing is written. */
  readonly content: MemberContent | null;
  /** For whoever comes in by it. */
  readonly granted: Granted | null;
}
