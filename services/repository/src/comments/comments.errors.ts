import { DomainError } from '@alianza/contracts/errors';
import { commentErrors } from '@alianza/contracts/repository/review/comments';

export class CommentNotFoundError extends DomainError {
  constructor() {
    super(commentErrors['comment-not-found']);
  }
}

export class CommentNotOpenError extends DomainError {
  constructor() {
    super(commentErrors['comment-not-open']);
  }
}
