import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Done, Email, Id, PortalLanguage, Secret } from '../../shapes.js';

export const correspondentErrors = defineErrors({ 'inquiries-too-many': 'limited' });

export const registerCorrespondent = defineOperation({
  id: 'membership.correspondents.register',
  summary: 'Keep the address of somebody who asks something, by the id of what they ask; a few a day for one address',
  method: 'POST',
  path: '/internal/correspondents',
  access: { internal: ['repository'] },
  input: z.strictObject({ id: Id, email: Email, language: PortalLanguage }),
  output: Done,
  errors: [correspondentErrors['inquiries-too-many']],
  example: { input: { id: '01890000-0000-7000-8000-00000000c0de', email: 'vecina@example.org', language: 'es' } },
});

export const confirmCorrespondent = defineOperation({
  id: 'membership.correspondents.confirm',
  summary: 'Confirm the address of an inquiry with the one-time link; from then on it is read',
  method: 'POST',
  path: '/{network}/correspondents/confirm',
  access: 'link',
  input: z.strictObject({ secret: Secret }),
  output: Done,
  example: { given: 'sent-inquiry', input: { secret: '{confirmSecret}' } },
});

/** The aggregate is what they asked: the same id names both. */
export const correspondentConfirmed = defineEvent({ subject: 'ev.membership.correspondent.confirmed.v1', data: z.object({}) });
