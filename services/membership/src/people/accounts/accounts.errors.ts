import { DomainError } from '@alianza/contracts/errors';
import { accountsErrors } from '@alianza/contracts/membership/account/accounts';

export class AccountIsOwnError extends DomainError {
  constructor() {
    super(accountsErrors['account-is-own']);
  }
}

export class AccountOfOperatorsError extends DomainError {
  constructor() {
    super(accountsErrors['account-of-operators']);
  }
}

export class SecondFactorNotNeededError extends DomainError {
  constructor() {
    super(accountsErrors['second-factor-not-needed']);
  }
}

export class AccountsElsewhereError extends DomainError {
  constructor() {
    super(accountsErrors['accounts-elsewhere']);
  }
}
