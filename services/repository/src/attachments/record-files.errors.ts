import { DomainError } from '@alianza/contracts/errors';
import { recordFileErrors } from '@alianza/contracts/repository/files/record-files';

export class RecordFileNotFoundError extends DomainError {
  constructor() {
    super(recordFileErrors['record-file-not-found']);
  }
}

/** Named by a practice whose file it is not. */
export class RecordFileForeignError extends DomainError {
  constructor(field: 'pictures' | 'attachments') {
    super(recordFileErrors['record-file-foreign'], {}, [{ pointer: `/content/${field}`, reason: 'not-allowed' }]);
  }
}
