import { z } from 'zod';
import { defineOperation } from '../../operation.js';
import { Email, Id, Instant, PortalLanguage } from '../../shapes.js';
import { InvitationRow } from '../invitations.js';
import { roleErrors } from '../people.js';
import { networkWideRoles } from './granting.js';

const WideRole = z.enum(networkWideRoles);

const HeldWideRole = z.strictObject({
  id: Id,
  personId: Id,
  name: z.string(),
  role: WideRole,
  /** For which organisation, where it was given at one. */
  organization: z.string().nullable(),
  since: Instant,
  /** Null while it is held. */
  until: Instant.nullable(),
  /** Why it ended. */
  reason: z.string().nullable(),
  /** Whoever holds it signs in with a second factor, or does not come in. */
  secondFactor: z.boolean(),
  /** The account is disabled: it makes no request whatever its roles. */
  disabled: z.boolean(),
  /** Whether whoever asks may end it now. */
  mayEnd: z.boolean(),
  version: z.int(),
});
export type HeldWideRole = z.infer<typeof HeldWideRole>;

export const listNetworkRoles = defineOperation({
  id: 'membership.network-roles.list',
  summary: 'Who coordinates, reviews and audits in the network, and who is invited to; `ended` adds those of before',
  method: 'GET',
  path: '/{network}/network-roles',
  access: { permission: 'organizations:read' },
  input: z.strictObject({ ended: z.enum(['with', 'without']).default('without') }),
  output: z.strictObject({ items: z.array(HeldWideRole), invitations: z.array(InvitationRow) }),
  example: { input: {} },
});

export const inviteToNetworkRole = defineOperation({
  id: 'membership.network-roles.invite',
  summary: 'Offer a role in the network as a whole, for fourteen days; an open offer of it to the same address is replaced',
  method: 'POST',
  path: '/{network}/network-roles/invitations',
  access: { permission: 'roles:grant' },
  input: z.strictObject({ role: WideRole, email: Email, language: PortalLanguage }),
  output: InvitationRow,
  errors: [roleErrors['role-reserved']],
  once: true,
  example: { input: { role: 'reviewer', email: 'revision@red-ejemplo.example.org', language: 'es' } },
});
