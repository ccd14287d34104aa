import { z } from 'zod';
import { generalErrors } from '../errors.js';
import { defineOperation } from '../operation.js';
import { Id, listOf, page, prose } from '../shapes.js';
import { EditablePractice, practiceErrors, practiceFields, PracticeRow } from './practices.js';

const access = { permission: 'practices:review' } as const;
const errors = [
  practiceErrors['practice-not-found'],
  practiceErrors['practice-not-in-review'],
  practiceErrors['practice-own-decision'],
  generalErrors.forbidden,
];
const Field = z.enum(practiceFields as [(typeof practiceFields)[number], ...typeof practiceFields]);

export const listReviews = defineOperation({
  id: 'repository.reviews.list',
  summary: 'Practices that wait for review, the longest waiting first',
  method: 'GET',
  path: '/{network}/reviews',
  access,
  input: z.strictObject(page),
  output: listOf(PracticeRow).extend({ total: z.int() }),
  example: { given: 'submitted-practice', input: {} },
});

export const readReview = defineOperation({
  id: 'repository.reviews.read',
  summary: 'Read a submitted practice in order to decide on it',
  method: 'GET',
  path: '/{network}/reviews/{id}',
  access,
  input: z.strictObject({ id: Id }),
  output: EditablePractice,
  errors: [practiceErrors['practice-not-found']],
  example: { given: 'submitted-practice', input: { id: '{practiceId}' } },
});

export const requestChanges = defineOperation({
  id: 'repository.reviews.request-changes',
  summary: 'Ask for changes, each comment anchored to a field',
  method: 'POST',
  path: '/{network}/reviews/{id}/changes',
  access,
  input: z.strictObject({
    id: Id,
    comments: z
      .array(z.strictObject({ field: Field, text: prose(2000) }))
      .min(1)
      .max(50),
  }),
  output: EditablePractice,
  errors,
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
  input: z.strictObject({ id: Id }),
  output: EditablePractice,
  errors,
  edits: true,
  once: true,
  example: { given: 'submitted-practice', input: { id: '{practiceId}' } },
});
