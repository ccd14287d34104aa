import { DomainError } from '@alianza/contracts/errors';
import { replicationErrors, type ReplicationField, type ReplicationStatus } from '@alianza/contracts/repository/replications';

export class ReplicationNotFoundError extends DomainError {
  constructor() {
    super(replicationErrors['replication-not-found']);
  }
}

export class ReplicationOwnPracticeError extends DomainError {
  constructor() {
    super(replicationErrors['replication-own-practice']);
  }
}

export class ReplicationForOrganizationError extends DomainError {
  constructor() {
    super(replicationErrors['replication-for-organization']);
  }
}

export class ReplicationOwnDecisionError extends DomainError {
  constructor() {
    super(replicationErrors['replication-own-decision']);
  }
}

export class ReplicationIncompleteError extends DomainError {
  constructor(missing: readonly ReplicationField[]) {
    const issues = missing.map((field) => ({ pointer: `/content/${field}`, reason: 'missing' }));
    super(replicationErrors['replication-incomplete'], {}, issues);
  }
}

export class ReplicationStatusFixedError extends DomainError {
  constructor(status: ReplicationStatus) {
    super(replicationErrors['replication-status-fixed'], { status });
  }
}

export class ReplicationAskedAlreadyError extends DomainError {
  constructor() {
    super(replicationErrors['replication-asked-already']);
  }
}
