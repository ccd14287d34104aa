import { DomainError } from '@alianza/contracts/errors';
import { invitationErrors } from '@alianza/contracts/membership/invitations';

/** A place was offered to a person, who alone can take it. */
export class InvitationForAnotherError extends DomainError {
  constructor() {
    super(invitationErrors['invitation-for-another']);
  }
}

export class InvitationNotFoundError extends DomainError {
  constructor() {
    super(invitationErrors['invitation-not-found']);
  }
}

export class InvitationNotOpenError extends DomainError {
  constructor() {
    super(invitationErrors['invitation-not-open']);
  }
}
