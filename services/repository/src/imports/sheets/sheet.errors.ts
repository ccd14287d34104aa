import type { Unreadable } from '../import.entity.js';

/** A file that is no table we would read; `failure` has its words in the texts. */
export class UnreadableSheetError extends Error {
  constructor(readonly failure: Unreadable) {
    super(`the sheet cannot be read: ${failure}`);
  }
}
