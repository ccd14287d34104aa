import { DomainError } from '@alianza/contracts/errors';
import { personalDataErrors } from '@alianza/contracts/membership/account/personal-data';

export class CopyNotReadyError extends DomainError {
  constructor() {
    super(personalDataErrors['copy-not-ready']);
  }
}

export class ErasureTitularError extends DomainError {
  constructor() {
    super(personalDataErrors['erasure-titular']);
  }
}

export class ErasureNotAskedError extends DomainError {
  constructor() {
    super(personalDataErrors['erasure-not-asked']);
  }
}

export class NoticeNotInForceError extends DomainError {
  constructor() {
    super(personalDataErrors['notice-not-in-force']);
  }
}
