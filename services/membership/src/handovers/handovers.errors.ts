import { DomainError } from '@alianza/contracts/errors';
import { handoverErrors } from '@alianza/contracts/membership/representation/handovers';

export class NoTitularError extends DomainError {
  constructor() {
    super(handoverErrors['no-titular']);
  }
}

export class SuccessorNotFoundError extends DomainError {
  constructor() {
    super(handoverErrors['successor-not-found']);
  }
}
