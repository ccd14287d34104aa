import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Done, Id } from '../../shapes.js';
import { EditablePractice, practiceErrors, titledState } from '../practices.js';

export const draftErrors = defineErrors({
  'practice-published-before': 'conflict',
  'practice-owner-wrote': 'conflict',
  'practice-taken-up': 'conflict',
});

const notFound = practiceErrors['practice-not-found'];
const byId = z.strictObject({ id: Id });

export const discardPractice = defineOperation({
  id: 'repository.drafts.discard',
  summary: 'Throw away a practice that was never published, with its files and what was said of it',
  method: 'POST',
  path: '/{network}/practices/{id}/discard',
  access: { permission: 'practices:write' },
  input: byId,
  output: Done,
  errors: [
    notFound,
    practiceErrors['practice-not-editable'],
    draftErrors['practice-published-before'],
    draftErrors['practice-owner-wrote'],
  ],
  edits: true,
  example: { given: 'complete-practice', input: { id: '{practiceId}' } },
});

export const callBackPractice = defineOperation({
  id: 'repository.drafts.call-back',
  summary: 'Take back what was handed in while no reviewer has taken it up; it can be written again',
  method: 'POST',
  path: '/{network}/practices/{id}/call-back',
  access: { permission: 'practices:submit' },
  input: byId,
  output: EditablePractice,
  errors: [notFound, practiceErrors['practice-not-in-review'], draftErrors['practice-taken-up']],
  edits: true,
  example: { given: 'submitted-practice', input: { id: '{practiceId}' } },
});

/** What nobody else has read does not travel, not even its title. */
export const practiceDiscarded = defineEvent({ subject: 'ev.repository.practice.discarded.v1', data: titledState.omit({ title: true }) });
export const practiceCalledBack = defineEvent({ subject: 'ev.repository.practice.called-back.v1', data: titledState });
