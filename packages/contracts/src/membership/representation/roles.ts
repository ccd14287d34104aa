import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Id, Instant, localized, prose } from '../../shapes.js';
import { InvitationRow } from '../invitations.js';
import { LetterOfRole } from './letters.js';
import { organizationErrors, OrganizationStatus } from '../organizations.js';
import { Role, roleErrors } from '../people.js';

/** Who is what in an organisation. `position` is the place of a suplente among the others, from 1. */
const HeldRole = z.strictObject({
  id: Id,
  personId: Id,
  name: z.string(),
  /** Whether their account is: the role stays theirs, and nobody is there. */
  disabled: z.boolean(),
  role: Role,
  position: z.int().nullable(),
  since: Instant,
  /** Null while it is held. */
  until: Instant.nullable(),
  /** Why it ended, where somebody said so. */
  reason: z.string().nullable(),
  /** Whether a letter holds now: without one a representative has no accredited seat. */
  accredited: z.boolean(),
  /** The letters it rests on or waits for, the newest first; with those of before, the closed ones too. */
  letters: z.array(LetterOfRole),
  version: z.int(),
});
export type HeldRole = z.infer<typeof HeldRole>;

export const listRoles = defineOperation({
  id: 'membership.roles.list',
  summary: 'The people of an organisation in their order, and whoever is invited; `ended` adds those of before, with their letters',
  method: 'GET',
  path: '/{network}/roles',
  access: { permission: 'representatives:read' },
  input: z.strictObject({
    /** The organisation acted for, unless the secretariat asks for another. */
    organizationId: Id.optional(),
    ended: z.enum(['with', 'without']).default('without'),
  }),
  output: z.strictObject({
    organization: z.strictObject({ id: Id, name: z.string(), status: OrganizationStatus }),
    items: z.array(HeldRole),
    invitations: z.array(InvitationRow),
  }),
  errors: [organizationErrors['organization-not-found']],
  example: { given: 'organization', input: { organizationId: '{organizationId}' } },
});
export type OrganizationPeople = z.infer<(typeof listRoles)['output']>;

const ofRole = { method: 'POST', access: { permission: 'representatives:write' }, output: HeldRole, edits: true } as const;
const errors = [roleErrors['role-not-found'], roleErrors['role-ended'], roleErrors['letter-required']];

export const endRole = defineOperation({
  ...ofRole,
  id: 'membership.roles.end',
  summary: 'End a role: from the next request the person no longer has it; that they had it stays known',
  path: '/{network}/roles/{id}/end',
  input: z.strictObject({ id: Id, reason: prose(1000) }),
  errors: [
    ...errors,
    roleErrors['role-reserved'],
    roleErrors['last-secretariat'],
    roleErrors['titular-hands-over'],
    organizationErrors['organization-is-own'],
  ],
  example: { given: 'editor-role', input: { id: '{roleId}', reason: 'Dejó de trabajar en la organización.' } },
});

export const moveRole = defineOperation({
  ...ofRole,
  id: 'membership.roles.move',
  summary: 'Give a suplente another place among the suplentes of the organisation; beyond the last is the last',
  path: '/{network}/roles/{id}/move',
  input: z.strictObject({ id: Id, position: z.int().min(1).max(100) }),
  errors,
  example: { given: 'suplente-role', input: { id: '{roleId}', position: 1 } },
});

const held = z.object({ personId: Id, role: Role, organizationId: Id.nullable() });
/**
 * `organization` is what its organisation is called, `succeeded` where somebody else took the role over in the same moment, `left` where its
 * organisation left the network with all of its people.
 */
export const roleEnded = defineEvent({
  subject: 'ev.membership.role.ended.v1',
  data: held.extend({
    organization: localized(z.string()).nullable().default(null),
    reason: z.string(),
    succeeded: z.boolean(),
    left: z.boolean().default(false),
  }),
  freeText: ['reason'],
});
export const roleMoved = defineEvent({ subject: 'ev.membership.role.moved.v1', data: held.extend({ position: z.int() }) });
