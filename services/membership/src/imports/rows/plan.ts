import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { Cell as CellOf, Cells as CellsOf, RowPlan, RowProblem as Problem } from '@alianza/platform/imports/import-rows';
import type { Uninvited } from './titulars.js';
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
  | 'not-email'
  | 'too-long'
  | 'too-many'
  | 'not-allowed'
  | 'reference-missing'
  | 'repeated-row'
  | 'two-organizations'
  | 'name-taken'
  | 'category-held'
  | 'stays-unlisted'
  | 'withdrawn'
  | 'titular-invited'
  | Uninvited;

export type RowProblem = Problem<MemberImportField, Reason>;
export type Cell = CellOf<MemberImportField, Reason>;
export type Cells = CellsOf<MemberImportField, Reason>;

/** What was found out about a row, and what would be done with it. */
export interface MemberPlan extends RowPlan<MemberImportField, Reason> {
  /** What the member would be; null where nothing is written. */
  readonly content: MemberContent | null;
  /** By what nobody else may be called; null where nothing is written. */
  readonly nameKey: string | null;
  /** For whoever comes in by it. */
  readonly granted: Granted | null;
  /** Who is invited to be its titular. */
  readonly invites: string | null;
}
