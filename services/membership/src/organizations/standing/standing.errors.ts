import { DomainError } from '@alianza/contracts/errors';
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

export class OrganizationIsOwnError extends DomainError {
  constructor() {
    super(organizationErrors['organization-is-own']);
  }
}
