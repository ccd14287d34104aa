import type { ImportField } from '@alianza/contracts/imports/import-columns';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Cell as CellOf, Cells as CellsOf, RowPlan, RowProblem as Problem } from '@alianza/platform/imports/import-rows';

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
  | 'being-written'
  | 'next-is-reviewed';

export type RowProblem = Problem<ImportField, Reason>;
export type Cell = CellOf<ImportField, Reason>;
export type Cells = CellsOf<ImportField, Reason>;

/** What was found out about a row, and what would be done with it. */
export interface PracticePlan extends RowPlan<ImportField, Reason> {
  /** What the record would say; null where nothing is written. */
  readonly content: PracticeContent | null;
}
