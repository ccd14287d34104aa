import type { ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import type { addActor } from '@alianza/contracts/membership/directory/actors';
import type { InputOf } from '@alianza/contracts/operation';
import type { Cells as CellsOf, RowPlan, RowProblem as Problem } from '@alianza/platform/imports/import-rows';

/** What is wrong with a row, or only noted; its words are in the texts under `actorImports.problem`, else `memberImports.problem`. */
export type Reason =
  | 'missing'
  | 'unknown-value'
  | 'unknown-name'
  | 'not-yes-no'
  | 'not-address'
  | 'not-email'
  | 'too-long'
  | 'too-many'
  | 'not-allowed'
  | 'repeated-row'
  | 'two-organizations'
  | 'name-taken'
  | 'is-member'
  | 'left'
  | 'source-missing'
  | 'contact-without-email'
  | 'stays-silent';

/** What a row says of an actor, whole: of one that is there already, over what was said before. */
export type ActorContent = InputOf<typeof addActor>;

export type RowProblem = Problem<ActorImportField, Reason>;
export type Cells = CellsOf<ActorImportField, Reason>;

/** What was found out about a row, and what would be done with it; its target is the actor. */
export interface ActorPlan extends RowPlan<ActorImportField, Reason> {
  /** The organisation behind the target. */
  readonly organizationId: string | null;
  /** What the actor would be; null where nothing is written. */
  readonly content: ActorContent | null;
  /** By what nobody else may be called; null where nothing is written. */
  readonly nameKey: string | null;
}
