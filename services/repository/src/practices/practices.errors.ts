import { DomainError } from '@alianza/contracts/errors';
import { practiceErrors, type PracticeContent, type PracticeStatus } from '@alianza/contracts/repository/practices';

export class PracticeNotFoundError extends DomainError {
  constructor() {
    super(practiceErrors['practice-not-found']);
  }
}

export class PracticeNotEditableError extends DomainError {
  constructor(status: PracticeStatus) {
    super(practiceErrors['practice-not-editable'], { status });
  }
}

export class PracticeNotSubmittableError extends DomainError {
  constructor(status: PracticeStatus) {
    super(practiceErrors['practice-not-submittable'], { status });
  }
}

export class PracticeIncompleteError extends DomainError {
  constructor(missing: readonly (keyof PracticeContent)[]) {
    const issues = missing.map((field) => ({ pointer: `/content/${field}`, reason: 'missing' }));
    super(practiceErrors['practice-incomplete'], {}, issues);
  }
}

export class PracticeNotInReviewError extends DomainError {
  constructor(status: PracticeStatus) {
    super(practiceErrors['practice-not-in-review'], { status });
  }
}

export class PracticeNotPublishedError extends DomainError {
  constructor(status: PracticeStatus) {
    super(practiceErrors['practice-not-published'], { status });
  }
}

export class PracticeNotDueError extends DomainError {
  constructor() {
    super(practiceErrors['practice-not-due']);
  }
}

export class PracticeWithdrawnError extends DomainError {
  constructor() {
    super(practiceErrors['practice-withdrawn']);
  }
}

export class TermsNotInForceError extends DomainError {
  constructor() {
    super(practiceErrors['terms-not-in-force']);
  }
}

export class PracticeOrganizationNotActiveError extends DomainError {
  constructor() {
    super(practiceErrors['practice-organization-not-active']);
  }
}

export class ReviewSaysNothingError extends DomainError {
  constructor() {
    super(practiceErrors['review-says-nothing']);
  }
}

export class ReviewerNotFoundError extends DomainError {
  constructor() {
    super(practiceErrors['reviewer-not-found']);
  }
}

export class PracticeOwnDecisionError extends DomainError {
  constructor() {
    super(practiceErrors['practice-own-decision']);
  }
}
