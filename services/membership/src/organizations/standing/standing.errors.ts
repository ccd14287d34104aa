import { DomainError } from '@alianza/contracts/errors';
import { applicationErrors } from '@alianza/contracts/membership/applications';
import { organizationErrors, type OrganizationStatus } from '@alianza/contracts/membership/organizations';

export class OrganizationNotFoundError extends DomainError {
  constructor() {
    super(organizationErrors['organization-not-found']);
  }
}

export class OrganizationStatusFixedError extends DomainError {
  constructor(status: OrganizationStatus) {
    super(organizationErrors['organization-status-fixed'], { status });
  }
}

export class CategoryPeriodTakenError extends DomainError {
  constructor() {
    super(organizationErrors['category-period-taken']);
  }
}

export class LogoNotFoundError extends DomainError {
  constructor() {
    super(organizationErrors['logo-not-found']);
  }
}

/** Somebody is to come in as one that is in already. */
export class OrganizationTakesPartError extends DomainError {
  constructor() {
    super(applicationErrors['organization-takes-part']);
  }
}

export class OrganizationIsOwnError extends DomainError {
  constructor() {
    super(organizationErrors['organization-is-own']);
  }
}
