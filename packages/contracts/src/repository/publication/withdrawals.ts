import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { FieldLanguages, Id, Instant, localized, prose } from '../../shapes.js';
import { EditablePractice, practiceErrors, titledState } from '../practices.js';

export const withdrawalCauses = ['owner-request', 'inaccurate', 'superseded', 'duplicate', 'rights', 'privacy', 'other'] as const;
export const WithdrawalCause = z.enum(withdrawalCauses);
export type WithdrawalCause = z.infer<typeof WithdrawalCause>;

export const withdrawPractice = defineOperation({
  id: 'repository.withdrawals.withdraw',
  summary: 'Take a published practice from the public for good; its address and identifier say since when and why',
  method: 'POST',
  path: '/{network}/practices/{id}/withdraw',
  access: { permission: 'practices:withdraw' },
  input: z.strictObject({ id: Id, cause: WithdrawalCause, reason: localized(prose(1000)) }),
  output: EditablePractice,
  errors: [practiceErrors['practice-not-found'], practiceErrors['practice-not-published']],
  once: true,
  example: {
    given: 'published-practice',
    input: { id: '{practiceId}', cause: 'owner-request', reason: { original: 'es', es: 'La organización dejó de hacerla.' } },
  },
});

/** What stays of a withdrawn practice, in one language. */
export const Tombstone = z.strictObject({
  id: Id,
  slug: z.string(),
  title: z.string(),
  cause: WithdrawalCause,
  reason: z.string(),
  withdrawnAt: Instant,
  languages: FieldLanguages,
});
export type Tombstone = z.infer<typeof Tombstone>;

export const getTombstone = defineOperation({
  id: 'repository.withdrawals.get',
  summary: 'What stays of a withdrawn practice',
  method: 'GET',
  path: '/{network}/withdrawn-practices/{slug}',
  access: 'public',
  input: z.strictObject({
    slug: z
      .string()
      .max(120)
      .regex(/^[a-z0-9-]+$/),
  }),
  output: Tombstone,
  errors: [practiceErrors['practice-not-found']],
  example: { given: 'withdrawn-practice', input: { slug: '{slug}' } },
});

export const practiceWithdrawn = defineEvent({
  subject: 'ev.repository.practice.withdrawn.v1',
  data: titledState.extend({ slug: z.string(), cause: WithdrawalCause, reason: localized(z.string()) }),
  freeText: ['reason'],
});
