import { DomainError } from '@alianza/contracts/errors';
import { peopleErrors } from '@alianza/contracts/membership/people';

export class PersonIsOwnError extends DomainError {
  constructor() {
    super(peopleErrors['person-is-own']);
  }
}

export class PersonNotFoundError extends DomainError {
  constructor() {
    super(peopleErrors['person-not-found']);
  }
}
