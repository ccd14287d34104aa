import { z } from 'zod';
import { organizationErrors } from './organizations.js';
import { peopleErrors, Role, roleErrors } from './people.js';
import { letterErrors } from './representation/letters.js';
import { Undelivered } from './outside/undelivered.js';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Done, Email, Id, Instant, line, localized, PortalLanguage, Secret } from '../shapes.js';

export const invitationErrors = defineErrors({
  'invitation-not-open': 'conflict',
  'invitation-not-found': 'not-found',
  'invitation-for-another': 'forbidden',
});

const Described = z.strictObject({
  role: Role,
  organization: z.string().nullable(),
  network: z.string(),
  /** The invited address, for the sign-in form of who holds the link. */
  email: z.string(),
  expiresAt: Instant,
  /** The name of the person who is signed in; null for a visitor, and for an account that is nobody yet. */
  known: z.string().nullable(),
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

/** An invitation that nobody has answered yet, as the organisation sees it. */
export const InvitationRow = z.strictObject({
  id: Id,
  role: Role,
  /** Null of a person of the organisation, whose address is their own. */
  email: z.string().nullable(),
  /** The person of the organisation whom it is for; null where it went to an address. */
  person: z.string().nullable(),
  issuedAt: Instant,
  expiresAt: Instant,
  expired: z.boolean(),
  /** That its mail came back. */
  undelivered: Undelivered.nullable(),
  /** To take the place of the titular. */
  handover: z.boolean(),
});
export type InvitationRow = z.infer<typeof InvitationRow>;

export const issueInvitation = defineOperation({
  id: 'membership.invitations.issue',
  summary: 'Invite somebody to an organisation, for fourteen days; an open invitation to the same address and role is replaced',
  method: 'POST',
  path: '/{network}/invitations',
  access: { permission: 'representatives:write' },
  input: z.strictObject({
    /** The organisation acted for, unless the secretariat names another. */
    organizationId: Id.optional(),
    /** A titular is invited by the secretariat, where there is none. */
    role: z.enum(['titular', 'suplente', 'editor']),
    email: Email,
    language: PortalLanguage,
  }),
  output: InvitationRow,
  errors: [
    organizationErrors['organization-not-found'],
    organizationErrors['organization-is-own'],
    letterErrors['organization-not-active'],
    roleErrors['titular-held'],
    roleErrors['titular-hands-over'],
    roleErrors['letter-required'],
  ],
  once: true,
  example: {
    given: 'organization',
    input: { organizationId: '{organizationId}', role: 'editor', email: 'edicion@red-ejemplo.example.org', language: 'es' },
  },
});

export const revokeInvitation = defineOperation({
  id: 'membership.invitations.revoke',
  summary: 'Take back an invitation that nobody has accepted; its link opens nothing any more, for good',
  method: 'POST',
  path: '/{network}/invitations/{id}/revoke',
  access: { permission: 'representatives:write' },
  input: z.strictObject({ id: Id }),
  output: Done,
  errors: [invitationErrors['invitation-not-open'], invitationErrors['invitation-not-found'], roleErrors['role-reserved']],
  example: { given: 'open-invitation', input: { id: '{invitationId}' } },
});

export const acceptInvitation = defineOperation({
  id: 'membership.invitations.accept',
  summary: 'Bind the account that is signed in to the invited role',
  method: 'POST',
  path: '/{network}/invitations/accept',
  access: 'signed-in',
  /** `name`: of whoever is new here; a person who is known keeps theirs. `notice`: the version of the network's privacy notice that was shown. */
  input: z.strictObject({ secret: Secret, name: line(120).optional(), language: PortalLanguage, notice: z.int().min(1).optional() }),
  /** For which organisation the role is; null for one in the network itself. */
  output: z.strictObject({ organizationId: Id.nullable() }),
  errors: [
    invitationErrors['invitation-not-open'],
    invitationErrors['invitation-for-another'],
    peopleErrors['person-not-found'],
    letterErrors['organization-not-active'],
    roleErrors['titular-held'],
    roleErrors['already-represents'],
  ],
  once: true,
  example: { given: 'invitation', input: { secret: '{invitationSecret}', name: 'Titular, Fundación Muestra', language: 'es' } },
});

export const invitationIssued = defineEvent({
  subject: 'ev.membership.invitation.issued.v1',
  data: z.object({ role: Role, organizationId: Id.nullable() }),
});
/** `handover`: the place of a titular was taken over with it. */
export const invitationAccepted = defineEvent({
  subject: 'ev.membership.invitation.accepted.v1',
  data: z.object({
    role: Role,
    organizationId: Id.nullable(),
    organization: localized(z.string()).nullable().default(null),
    personId: Id,
    handover: z.boolean().default(false),
  }),
});
export const invitationRevoked = defineEvent({
  subject: 'ev.membership.invitation.revoked.v1',
  data: z.object({ role: Role, organizationId: Id.nullable() }),
});

/** Its mail came back. `byNetwork`: nobody of the organisation can put that right, or it is of none. */
export const invitationBounced = defineEvent({
  subject: 'ev.membership.invitation.bounced.v1',
  data: z.object({ role: Role, organizationId: Id.nullable(), organization: localized(z.string()).nullable(), byNetwork: z.boolean() }),
});
/** The time of one whose mail came back is over: nothing is left to put right. */
export const invitationLapsed = defineEvent({
  subject: 'ev.membership.invitation.lapsed.v1',
  data: z.object({ role: Role, organizationId: Id.nullable() }),
});
/** Nobody took it in time, and whoever is titular of its organisation hears of it. `handover`: it was to take their place. */
export const invitationUntaken = defineEvent({
  subject: 'ev.membership.invitation.untaken.v1',
  data: z.object({ role: Role, organizationId: Id, organization: localized(z.string()), titularId: Id, handover: z.boolean() }),
});
/** Nobody took it in time, and its organisation has nobody else in that role. */
export const invitationExpired = defineEvent({
  subject: 'ev.membership.invitation.expired.v1',
  data: z.object({ role: Role, organizationId: Id, organization: localized(z.string()) }),
});
