import { DomainError } from '@alianza/contracts/errors';
import { draftErrors } from '@alianza/contracts/repository/review/drafts';

export class PracticePublishedBeforeError extends DomainError {
  constructor() {
    super(draftErrors['practice-published-before']);
  }
}

export class PracticeOwnerWroteError extends DomainError {
  constructor() {
    super(draftErrors['practice-owner-wrote']);
  }
}

export class PracticeTakenUpError extends DomainError {
  constructor() {
    super(draftErrors['practice-taken-up']);
  }
}
