import { DomainError } from '@alianza/contracts/errors';
import { applicationErrors, type ApplicationStatus } from '@alianza/contracts/membership/applications';

export class ApplicationNotFoundError extends DomainError {
  constructor() {
    super(applicationErrors['application-not-found']);
  }
}

export class ApplicationNotOpenError extends DomainError {
  constructor(status: ApplicationStatus) {
    super(applicationErrors['application-not-open'], { status });
  }
}

export class ClarificationNotAskedError extends DomainError {
  constructor() {
    super(applicationErrors['clarification-not-asked']);
  }
}

export class ApplicationOwnerNotFoundError extends DomainError {
  constructor() {
    super(applicationErrors['application-owner-not-found']);
  }
}

export class LetterNotAttachedError extends DomainError {
  constructor() {
    super(applicationErrors['letter-not-attached']);
  }
}

export class OrganizationNameTakenError extends DomainError {
  constructor(name: string) {
    super(applicationErrors['organization-name-taken'], { name });
  }
}
