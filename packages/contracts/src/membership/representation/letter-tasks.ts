import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Id, localized } from '../../shapes.js';
import { taskErrors, TaskHolder } from '../../tasks.js';
import { organizationErrors } from '../organizations.js';

const byId = z.strictObject({ id: Id });

export const readLetterTask = defineOperation({
  id: 'membership.letters.holder',
  summary: 'Who of the secretariat has a letter that waits to be accredited',
  method: 'GET',
  path: '/{network}/letters/{id}/holder',
  access: { permission: 'organizations:read' },
  input: byId,
  output: TaskHolder,
  errors: [taskErrors['task-not-found']],
  example: { given: 'letter-task', input: { id: '{letterId}' } },
});

export const assignLetter = defineOperation({
  id: 'membership.letters.assign',
  summary: 'Say who of the secretariat has a letter that waits; null gives it back to the queue',
  method: 'POST',
  path: '/{network}/letters/{id}/assign',
  access: { permission: 'letters:accredit' },
  input: byId.extend({ personId: Id.nullable() }),
  output: TaskHolder,
  errors: [...Object.values(taskErrors), organizationErrors['organization-is-own']],
  edits: true,
  example: { given: 'letter-task', input: { id: '{letterId}', personId: null } },
});

/** `holderId` has the letter; `givenBack`: who had it may not decide any more. Its version is that of who has it. */
export const letterAssigned = defineEvent({
  subject: 'ev.membership.letter-task.assigned.v1',
  data: z.object({
    organizationId: Id,
    organization: localized(z.string()),
    holderId: Id.nullable(),
    givenBack: z.boolean().optional(),
  }),
});
