import { DomainError } from '@alianza/contracts/errors';
import { importErrors, type ImportStatus } from '@alianza/contracts/imports/sheet-imports';

export class ImportNotFoundError extends DomainError {
  constructor() {
    super(importErrors['import-not-found']);
  }
}

export class ImportNotOpenError extends DomainError {
  constructor(status: ImportStatus) {
    super(importErrors['import-not-open'], { status });
  }
}

export class ImportStaleError extends DomainError {
  constructor() {
    super(importErrors['import-stale']);
  }
}

/** Rows that could not be written, whatever held them up: their transaction ended without a trace. */
export class RowsNotWrittenError extends Error {
  constructor(
    readonly numbers: readonly number[],
    cause: unknown,
  ) {
    super('rows of a sheet were not written', { cause });
  }
}
