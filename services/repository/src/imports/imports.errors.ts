import { DomainError } from '@alianza/contracts/errors';
import { mappingErrors } from '@alianza/contracts/repository/imports';

export class ImportMappingNotFoundError extends DomainError {
  constructor() {
    super(mappingErrors['import-mapping-not-found']);
  }
}
