import { DomainError } from '@alianza/contracts/errors';
import { roleErrors } from '@alianza/contracts/membership/people';

export class RoleNotFoundError extends DomainError {
  constructor() {
    super(roleErrors['role-not-found']);
  }
}

export class RoleEndedError extends DomainError {
  constructor() {
    super(roleErrors['role-ended']);
  }
}

export class RoleReservedError extends DomainError {
  constructor() {
    super(roleErrors['role-reserved']);
  }
}

export class LastSecretariatError extends DomainError {
  constructor() {
    super(roleErrors['last-secretariat']);
  }
}

export class TitularHeldError extends DomainError {
  constructor() {
    super(roleErrors['titular-held']);
  }
}

export class TitularHandsOverError extends DomainError {
  constructor() {
    super(roleErrors['titular-hands-over']);
  }
}

export class AlreadyRepresentsError extends DomainError {
  constructor() {
    super(roleErrors['already-represents']);
  }
}

export class LetterRequiredError extends DomainError {
  constructor() {
    super(roleErrors['letter-required']);
  }
}
