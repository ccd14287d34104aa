import { z } from 'zod';
import { Role } from './people.js';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Done, Id, Instant, line, PortalLanguage, Secret } from '../shapes.js';

export const invitationErrors = defineErrors({ 'invitation-not-open': 'conflict' });

const Described = z.strictObject({
  role: Role,
  organization: z.string().nullable(),
  network: z.string(),
  /** The invited address, for the sign-in form of who holds the link. */
  email: z.string(),
  expiresAt: Instant,
});
export type DescribedInvitation = z.infer<typeof Described>;

export const describeInvitation = defineOperation({
  id: 'membership.invitations.describe',
  summary: 'What an invitation offers, by its link',
  method: 'POST',
  path: '/{network}/invitations/describe',
  access: 'link',
  input: z.strictObject({ secret: Secret }),
  output: Described,
  errors: [invitationErrors['invitation-not-open']],
  example: { given: 'invitation', input: { secret: '{invitationSecret}' } },
});

export const acceptInvitation = defineOperation({
  id: 'membership.invitations.accept',
  summary: 'Bind the account that is signed in to the invited role',
  method: 'POST',
  path: '/{network}/invitations/accept',
  access: 'signed-in',
  input: z.strictObject({ secret: Secret, name: line(120), language: PortalLanguage }),
  output: Done,
  errors: [invitationErrors['invitation-not-open']],
  once: true,
  example: { given: 'invitation', input: { secret: '{invitationSecret}', name: 'Titular, Fundación Muestra', language: 'es' } },
});

export const invitationIssued = defineEvent({
  subject: 'ev.membership.invitation.issued.v1',
  data: z.object({ role: Role, organizationId: Id.nullable() }),
});
export const invitationAccepted = defineEvent({
  subject: 'ev.membership.invitation.accepted.v1',
  data: z.object({ role: Role, organizationId: Id.nullable(), personId: Id }),
});
