import { z } from 'zod';
import { generalErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Id, Instant, listOf, page, prose } from '../shapes.js';
import { FieldChange } from './publication/differences.js';
import { EditablePractice, NewComment, practiceErrors, PracticeRow, titledState } from './practices.js';

const access = { permission: 'practices:review' } as const;
const errors = [
  practiceErrors['practice-not-found'],
  practiceErrors['practice-not-in-review'],
  practiceErrors['practice-own-decision'],
  generalErrors.forbidden,
];
const byId = z.strictObject({ id: Id });

export const ReviewRow = PracticeRow.extend({
  /** Who has taken it; null while nobody has. */
  assignedTo: Id.nullable(),
  submission: z.int(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

export const listReviews = defineOperation({
  id: 'repository.reviews.list',
  summary: 'Practices that wait for review, the longest waiting first; to a guest, those they were invited to',
  method: 'GET',
  path: '/{network}/reviews',
  access: { permission: 'practices:comment' },
  input: z.strictObject({ assigned: z.enum(['me', 'nobody']).optional(), ...page }),
  output: listOf(ReviewRow).extend({ total: z.int() }),
  example: { given: 'submitted-practice', input: {} },
});

/** What a reviewer reads: the practice, what changed since it was last looked at, and who has taken it. */
export const ReviewedPractice = EditablePractice.extend({
  /** Against what was handed in before, or what is public; null where this is the first of all. */
  changes: z.array(FieldChange).nullable(),
  /** Against what is public, where `changes` is against what was handed in before; else null. */
  sincePublished: z.array(FieldChange).nullable(),
  assignedTo: Id.nullable(),
  submittedAt: Instant.nullable(),
});
export type ReviewedPractice = z.infer<typeof ReviewedPractice>;

export const readReview = defineOperation({
  id: 'repository.reviews.read',
  summary: 'Read a submitted practice in order to decide or comment on it',
  method: 'GET',
  path: '/{network}/reviews/{id}',
  access: { permission: 'practices:comment' },
  input: byId,
  output: ReviewedPractice,
  errors: [practiceErrors['practice-not-found']],
  example: { given: 'submitted-practice', input: { id: '{practiceId}' } },
});

export const requestChanges = defineOperation({
  id: 'repository.reviews.request-changes',
  summary: 'Ask for changes, each comment anchored to a field; comments still open from before count',
  method: 'POST',
  path: '/{network}/reviews/{id}/changes',
  access,
  input: byId.extend({ comments: z.array(NewComment).max(50) }),
  output: EditablePractice,
  errors: [...errors, practiceErrors['review-says-nothing']],
  edits: true,
  example: {
    given: 'submitted-practice',
    input: { id: '{practiceId}', comments: [{ field: 'results', text: '¿De qué año es esta cifra?' }] },
  },
});

export const publishPractice = defineOperation({
  id: 'repository.reviews.publish',
  summary: 'Publish: the public finds and reads it from now on',
  method: 'POST',
  path: '/{network}/reviews/{id}/publish',
  access,
  input: byId,
  output: EditablePractice,
  errors,
  edits: true,
  once: true,
  example: { given: 'submitted-practice', input: { id: '{practiceId}' } },
});

export const declinePractice = defineOperation({
  id: 'repository.reviews.decline',
  summary: 'Decline for good, with a reason; a version that is public already stays as it is',
  method: 'POST',
  path: '/{network}/reviews/{id}/decline',
  access,
  input: byId.extend({ reason: prose(3000) }),
  output: EditablePractice,
  errors,
  edits: true,
  once: true,
  example: { given: 'submitted-practice', input: { id: '{practiceId}', reason: 'No trata de cuidados.' } },
});

export const assignReview = defineOperation({
  id: 'repository.reviews.assign',
  summary: 'Say who reviews it; null gives it back to the queue',
  method: 'POST',
  path: '/{network}/reviews/{id}/assign',
  access,
  input: byId.extend({ personId: Id.nullable() }),
  output: EditablePractice,
  errors: [...errors, practiceErrors['reviewer-not-found']],
  edits: true,
  example: { given: 'submitted-practice', input: { id: '{practiceId}', personId: null } },
});

export const practiceDeclined = defineEvent({
  subject: 'ev.repository.practice.declined.v1',
  data: titledState.extend({ reason: z.string() }),
  freeText: ['reason'],
});
export const reviewAssigned = defineEvent({
  subject: 'ev.repository.practice.assigned.v1',
  data: titledState.extend({ personId: Id.nullable() }),
});
