import { DomainError } from '@alianza/contracts/errors';
import { actorErrors } from '@alianza/contracts/membership/directory/actors';

export class ActorNotFoundError extends DomainError {
  constructor() {
    super(actorErrors['actor-not-found']);
  }
}

export class ActorIsMemberError extends DomainError {
  constructor() {
    super(actorErrors['actor-is-member']);
  }
}

export class ActorWithoutContactError extends DomainError {
  constructor() {
    super(actorErrors['actor-without-contact']);
  }
}

export class ActorAppliedError extends DomainError {
  constructor() {
    super(actorErrors['actor-applied']);
  }
}

export class ActorStoppedError extends DomainError {
  constructor() {
    super(actorErrors['actor-stopped']);
  }
}

export class ActorInvitedLatelyError extends DomainError {
  constructor() {
    super(actorErrors['actor-invited-lately']);
  }
}
