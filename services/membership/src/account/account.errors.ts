import { DomainError } from '@alianza/contracts/errors';
import { accountErrors } from '@alianza/contracts/membership/account/account';
import { addressErrors } from '@alianza/contracts/membership/account/addresses';

export class AddressIsOwnError extends DomainError {
  constructor() {
    super(addressErrors['address-is-own']);
  }
}

export class AddressChangesTooManyError extends DomainError {
  constructor() {
    super(addressErrors['address-changes-too-many']);
  }
}

export class SessionsElsewhereError extends DomainError {
  constructor() {
    super(accountErrors['sessions-elsewhere']);
  }
}
