import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { taxonomyErrors } from '@alianza/contracts/repository/taxonomy';

export class ConceptNotFoundError extends DomainError {
  constructor() {
    super(taxonomyErrors['concept-not-found']);
  }
}

/** Two concepts of one scheme would be called the same. */
export class ConceptExistsError extends DomainError {
  constructor(label: string) {
    super(taxonomyErrors['concept-exists'], { label });
  }
}

/** The five Rs are neither retired nor bound to a period. */
export class ConceptStaysError extends DomainError {
  constructor() {
    super(taxonomyErrors['concept-stays']);
  }
}

/** A record was given a concept that the network does not offer. */
export class ConceptNotOfferedError extends DomainError {
  constructor(pointers: readonly string[]) {
    super(
      generalErrors['input-invalid'],
      {},
      pointers.map((pointer) => ({ pointer, reason: 'not-allowed' })),
    );
  }
}

/** Its last day is before its first. */
export class InvalidPeriodError extends DomainError {
  constructor() {
    super(generalErrors['input-invalid'], {}, [{ pointer: '/until', reason: 'not-allowed' }]);
  }
}
