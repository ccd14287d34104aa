import { DomainError } from '@alianza/contracts/errors';
import { invitationErrors } from '@alianza/contracts/membership/invitations';

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
