import { DomainError } from '@alianza/contracts/errors';
import { taskErrors } from '@alianza/contracts/tasks';

export class TaskNotFoundError extends DomainError {
  constructor() {
    super(taskErrors['task-not-found']);
  }
}

export class TaskNotOpenError extends DomainError {
  constructor() {
    super(taskErrors['task-not-open']);
  }
}

export class TaskOwnerNotFoundError extends DomainError {
  constructor() {
    super(taskErrors['task-owner-not-found']);
  }
}
