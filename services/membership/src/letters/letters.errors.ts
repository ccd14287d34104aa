import { DomainError } from '@alianza/contracts/errors';
import { letterErrors } from '@alianza/contracts/membership/representation/letters';

export class LetterNotFoundError extends DomainError {
  constructor() {
    super(letterErrors['letter-not-found']);
  }
}

export class LetterNotFiledError extends DomainError {
  constructor() {
    super(letterErrors['letter-not-filed']);
  }
}

export class LetterExpiredError extends DomainError {
  constructor() {
    super(letterErrors['letter-expired']);
  }
}

export class LetterNotBegunError extends DomainError {
  constructor() {
    super(letterErrors['letter-not-begun']);
  }
}

export class LetterNotNeededError extends DomainError {
  constructor() {
    super(letterErrors['letter-not-needed']);
  }
}

export class OrganizationNotActiveError extends DomainError {
  constructor() {
    super(letterErrors['organization-not-active']);
  }
}
