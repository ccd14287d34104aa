import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Id, prose } from '../../shapes.js';
import { NewComment, practiceErrors, PracticeField, ReviewComment } from '../practices.js';

export const commentErrors = defineErrors({ 'comment-not-found': 'not-found', 'comment-not-open': 'conflict' });
const { 'comment-not-found': notFound, 'comment-not-open': notOpen } = commentErrors;

export const addComment = defineOperation({
  id: 'repository.comments.add',
  summary: 'Comment on a field without deciding; the author reads it once the review asks for changes',
  method: 'POST',
  path: '/{network}/reviews/{id}/comments',
  access: { permission: 'practices:comment' },
  input: NewComment.extend({ id: Id }),
  output: ReviewComment,
  errors: [practiceErrors['practice-not-found'], practiceErrors['practice-not-in-review'], practiceErrors['practice-own-decision']],
  example: { given: 'submitted-practice', input: { id: '{practiceId}', field: 'results', text: '¿De qué año es esta cifra?' } },
});

export const resolveComment = defineOperation({
  id: 'repository.comments.resolve',
  summary: 'Say that a comment has been dealt with; the same again changes nothing',
  method: 'POST',
  path: '/{network}/review-comments/{id}/resolve',
  access: { permission: 'practices:review' },
  input: z.strictObject({ id: Id }),
  output: ReviewComment,
  errors: [notFound, practiceErrors['practice-own-decision']],
  example: { given: 'commented-practice', input: { id: '{commentId}' } },
});

export const answerComment = defineOperation({
  id: 'repository.comments.answer',
  summary: 'Answer what the review said about a field; a later answer replaces the earlier one',
  method: 'POST',
  path: '/{network}/review-comments/{id}/answer',
  access: { permission: 'practices:write' },
  input: z.strictObject({ id: Id, text: prose(2000) }),
  output: ReviewComment,
  errors: [notFound, notOpen],
  example: { given: 'commented-practice', input: { id: '{commentId}', text: 'Es de 2025; ya lo dice el texto.' } },
});

/** Where a comment is; never what it says. */
const data = z.object({ practiceId: Id, field: PracticeField, external: z.boolean() });
export const commentAdded = defineEvent({ subject: 'ev.repository.comment.added.v1', data });
export const commentResolved = defineEvent({ subject: 'ev.repository.comment.resolved.v1', data });
export const commentAnswered = defineEvent({ subject: 'ev.repository.comment.answered.v1', data });
