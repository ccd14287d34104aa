import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Id, listOf, page } from '../../shapes.js';
import { recordFileErrors } from '../files/record-files.js';
import { draftPractice, EditablePractice, practiceErrors, PracticeRow, PracticeStatus, titledState } from '../practices.js';

const access = { permission: 'practices:enter' } as const;

export const enterPractice = defineOperation({
  id: 'repository.entries.enter',
  summary: 'Begin a practice for an organisation, marked so; it is told, and both write it until it is published',
  method: 'POST',
  path: '/{network}/entered-practices',
  access,
  input: draftPractice.input.extend({ organizationId: Id }),
  output: EditablePractice,
  errors: [practiceErrors['practice-organization-not-active'], recordFileErrors['record-file-foreign']],
  example: { given: 'known-organization', input: { ...draftPractice.example.input, organizationId: '{organizationId}' } },
});

export const listEnteredPractices = defineOperation({
  id: 'repository.entries.list',
  summary: 'Practices that the secretariat entered for organisations and that were never published, the last changed first',
  method: 'GET',
  path: '/{network}/entered-practices',
  access,
  input: z.strictObject({ status: PracticeStatus.optional(), ...page }),
  output: listOf(PracticeRow),
  example: { given: 'entered-practice', input: {} },
});

/** Its organisation hears of it at once: its title travels, which it may correct. */
export const practiceEntered = defineEvent({ subject: 'ev.repository.practice.entered.v1', data: titledState });
