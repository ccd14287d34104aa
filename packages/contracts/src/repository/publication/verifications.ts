import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Id, Instant, listOf, page, prose } from '../../shapes.js';
import { assignedTo, whose } from '../../tasks.js';
import { EditablePractice, practiceErrors, PracticeRow, titledState } from '../practices.js';

/** What its organisation last said of whether it holds. */
export const Confirmation = z.strictObject({ at: Instant, note: z.string().nullable() });
export type Confirmation = z.infer<typeof Confirmation>;

const access = { permission: 'practices:verify' } as const;

export const verifyPractice = defineOperation({
  id: 'repository.verifications.verify',
  summary: 'Say that what is public of a practice was looked at again and still holds',
  method: 'POST',
  path: '/{network}/practices/{id}/verify',
  access,
  input: z.strictObject({ id: Id }),
  output: EditablePractice,
  errors: [practiceErrors['practice-not-found'], practiceErrors['practice-not-published'], practiceErrors['practice-own-decision']],
  example: { given: 'published-practice', input: { id: '{practiceId}' } },
});

export const confirmPractice = defineOperation({
  id: 'repository.verifications.confirm',
  summary: 'Say for its organisation that a published practice which is due still holds; the note is for the secretariat',
  method: 'POST',
  path: '/{network}/practices/{id}/confirm',
  access: { permission: 'practices:write' },
  input: z.strictObject({ id: Id, note: prose(1000).optional() }),
  output: EditablePractice,
  errors: [practiceErrors['practice-not-found'], practiceErrors['practice-not-published'], practiceErrors['practice-not-due']],
  example: { given: 'due-practice', input: { id: '{practiceId}', note: 'Sigue igual; ahora son dos turnos.' } },
});

export const listVerifications = defineOperation({
  id: 'repository.verifications.list',
  summary: 'Published practices by the day on which they are due to be checked: those that are, all, or one',
  method: 'GET',
  path: '/{network}/verifications',
  access,
  input: z.strictObject({ which: z.enum(['due', 'all']).default('due'), id: Id.optional(), ...whose, ...page }),
  output: listOf(PracticeRow.extend({ dueAt: Instant, confirmation: Confirmation.nullable(), ...assignedTo })).extend({ total: z.int() }),
  example: { given: 'published-practice', input: {} },
});

export const practiceVerified = defineEvent({ subject: 'ev.repository.practice.rechecked.v1', data: titledState });
export const practiceConfirmed = defineEvent({
  subject: 'ev.repository.practice.confirmed.v1',
  data: titledState.extend({ note: z.string().nullable() }),
  freeText: ['note'],
});
export const verificationDue = defineEvent({ subject: 'ev.repository.practice.recheck-due.v1', data: titledState });
