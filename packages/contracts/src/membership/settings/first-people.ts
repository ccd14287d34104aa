import { z } from 'zod';
import { defineOperation } from '../../operation.js';
import { Done, Email, Id, Instant, PortalLanguage } from '../../shapes.js';
import { InvitationRow, invitationErrors } from '../invitations.js';
import { Role } from '../people.js';

const access = 'operator';
const SecretariatRole = z.enum(['secretariat-lead', 'secretariat']);

export const listSecretariat = defineOperation({
  id: 'membership.secretariats.list',
  summary: 'Who runs a network, and who is invited to',
  method: 'GET',
  path: '/{network}/secretariat',
  access,
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(z.strictObject({ id: Id, name: z.string(), role: Role, since: Instant })),
    invitations: z.array(InvitationRow),
  }),
  example: { input: {} },
});

export const inviteSecretariat = defineOperation({
  id: 'membership.secretariats.invite',
  summary: 'Invite somebody to run a network, for fourteen days; an open invitation to the same address and role is replaced',
  method: 'POST',
  path: '/{network}/secretariat/invitations',
  access,
  input: z.strictObject({ email: Email, role: SecretariatRole, language: PortalLanguage }),
  output: InvitationRow,
  once: true,
  example: { input: { email: 'secretaria@red-muestra.example.org', role: 'secretariat-lead', language: 'es' } },
});

export const revokeSecretariatInvitation = defineOperation({
  id: 'membership.secretariats.revoke',
  summary: 'Take back an invitation to run a network that nobody has accepted',
  method: 'POST',
  path: '/{network}/secretariat/invitations/{id}/revoke',
  access,
  input: z.strictObject({ id: Id }),
  output: Done,
  errors: [invitationErrors['invitation-not-open'], invitationErrors['invitation-not-found']],
  example: { given: 'secretariat-invitation', input: { id: '{invitationId}' } },
});
