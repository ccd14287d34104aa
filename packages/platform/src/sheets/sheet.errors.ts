/** Why a sheet could not be read; its words are in the texts under `imports.unreadable`. */
export type Unreadable = 'damaged' | 'too-large' | 'too-many-rows' | 'too-many-columns' | 'unsafe' | 'empty';

/** A file that is no table we would read. */
export class UnreadableSheetError extends Error {
  constructor(readonly failure: Unreadable) {
    super(`the sheet cannot be read: ${failure}`);
  }
}
