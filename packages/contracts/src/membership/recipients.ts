import { z } from 'zod';
import { permissions } from '../access.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Done, Email, Id, Instant, line, PortalLanguage } from '../shapes.js';
import { listMembers } from './directory/members.js';
import { Role } from './people.js';

/** To whom a notice goes; addresses never travel in events, they are asked for when sending. */
export const Audience = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('applicant'), id: Id }),
  z.strictObject({ to: z.literal('correspondent'), id: Id }),
  z.strictObject({ to: z.literal('invited'), id: Id }),
  z.strictObject({ to: z.literal('actor'), id: Id }),
  z.strictObject({ to: z.literal('new-address'), id: Id }),
  z.strictObject({ to: z.literal('former-address'), id: Id }),
  z.strictObject({ to: z.literal('person'), id: Id }),
  /** The person, while they take part in the network: with a role, of an organisation that has not left where it is of one. */
  z.strictObject({ to: z.literal('participant'), id: Id }),
  /** Its titular and suplentes. */
  z.strictObject({ to: z.literal('organization'), id: Id }),
  /** Whoever has a role in the organisation; `at` is when it left, and whoever had one then is meant, though others may have one since. */
  z.strictObject({ to: z.literal('everybody'), id: Id, at: Instant.optional() }),
  z.strictObject({ to: z.literal('permission'), permission: z.enum(permissions) }),
]);
export type Audience = z.infer<typeof Audience>;

const Recipient = z.strictObject({
  personId: Id.nullable(),
  email: Email,
  language: PortalLanguage,
  /** Names this address of the person to membership alone; null for who has no account. */
  mark: z.string().nullable(),
  /** Whether mails are known not to reach it. */
  failing: z.boolean(),
});
export type Recipient = z.infer<typeof Recipient>;

export const listRecipients = defineOperation({
  id: 'membership.recipients.list',
  summary: 'Addresses and languages of an audience, for sending now',
  method: 'POST',
  path: '/internal/recipients',
  access: { internal: ['notifications'] },
  input: z.strictObject({ audience: Audience }),
  output: z.strictObject({ items: z.array(Recipient) }),
  example: { given: 'submitted-application', input: { audience: { to: 'applicant', id: '{applicationId}' } } },
});

export const LinkPurpose = z.enum([
  'confirm-application',
  'follow-application',
  'accept-invitation',
  'confirm-inquiry',
  'apply-as-actor',
  'confirm-address',
]);
export type LinkPurpose = z.infer<typeof LinkPurpose>;

export const mintLink = defineOperation({
  id: 'membership.links.mint',
  summary: 'A fresh secret for a link; the same key again replaces the earlier one',
  method: 'POST',
  path: '/internal/links',
  access: { internal: ['notifications'] },
  input: z.strictObject({ purpose: LinkPurpose, subjectId: Id, key: line(100) }),
  output: z.strictObject({ secret: z.string() }),
  example: { given: 'submitted-application', input: { purpose: 'follow-application', subjectId: '{applicationId}', key: 'example' } },
});

/** One page of the people of organisations who hold certain roles, in the order of their ids; addresses stay where they are. */
export const gatherRecipients = defineOperation({
  id: 'membership.recipients.gather',
  summary: 'People of chosen or filtered members in certain roles, each once, for writing to many',
  method: 'POST',
  path: '/internal/recipients/gather',
  access: { internal: ['notifications'] },
  input: z.strictObject({
    organizations: z.array(Id).max(500).nullable(),
    filter: listMembers.input.omit({ sort: true, order: true, cursor: true, limit: true }).nullable(),
    roles: z.array(Role).min(1).max(9),
    after: Id.nullable(),
  }),
  output: z.strictObject({
    items: z.array(z.strictObject({ personId: Id, name: z.string(), language: PortalLanguage, failing: z.boolean() })),
    /** Where the next page begins; null with the last one. */
    next: Id.nullable(),
    /** With the first page: organisations that have nobody in these roles. */
    without: z.strictObject({ total: z.int(), names: z.array(z.string()) }),
  }),
  example: {
    given: 'organization',
    input: { organizations: ['{organizationId}'], filter: null, roles: ['titular'], after: null },
  },
});

export const namePeople = defineOperation({
  id: 'membership.recipients.names',
  summary: 'Names of people of a network, for saying who did something',
  method: 'POST',
  path: '/internal/recipients/names',
  access: { internal: ['notifications'] },
  input: z.strictObject({ ids: z.array(Id).max(100) }),
  output: z.strictObject({ items: z.array(z.strictObject({ id: Id, name: z.string() })) }),
  example: { given: 'person', input: { ids: ['{personId}'] } },
});

/** Since when mails to the address of a person come back, and what was answered (RFC 3463); null while they arrive. */
const Failing = z.strictObject({ since: Instant, status: z.string().nullable() });

export const getMyMail = defineOperation({
  id: 'membership.recipients.mine',
  summary: 'Whether mails reach my address',
  method: 'GET',
  path: '/me/mail',
  access: 'signed-in',
  input: z.strictObject({}),
  output: z.strictObject({ failing: Failing.nullable() }),
  example: { given: 'me', input: {} },
});

export const retryMyMail = defineOperation({
  id: 'membership.recipients.retry',
  summary: 'Let mails be tried again at my address; where none came back nothing changes',
  method: 'POST',
  path: '/me/mail/retry',
  access: 'signed-in',
  input: z.strictObject({}),
  output: Done,
  example: { given: 'me', input: {} },
});

const FailingPerson = Failing.extend({
  personId: Id,
  name: z.string(),
  roles: z.array(z.strictObject({ role: Role, organizationId: Id.nullable(), organization: z.string().nullable() })),
});
export type FailingPerson = z.infer<typeof FailingPerson>;

/** About what was written to somebody without an account. */
const FailingOutside = Failing.extend({
  kind: z.enum(['application', 'invitation', 'actor', 'inquiry']),
  id: Id,
  /** Of an invitation to an organisation. */
  organizationId: Id.nullable(),
  organization: z.string().nullable(),
  /** Of an invitation. */
  role: Role.nullable(),
});
export type FailingOutside = z.infer<typeof FailingOutside>;

export const listFailing = defineOperation({
  id: 'membership.recipients.failing',
  summary: 'People of this network whom mails do not reach, the longest first; their addresses are not told',
  method: 'GET',
  path: '/{network}/unreachable-people',
  access: { permission: 'organizations:read' },
  input: z.strictObject({}),
  /** The first hundred; outside, of who has no account, the last hundred; with how many there are of each. */
  output: z.strictObject({ items: z.array(FailingPerson), total: z.int(), outside: z.array(FailingOutside), outsideTotal: z.int() }),
  example: { given: 'organization', input: {} },
});

const standing = z.object({ status: z.string().nullable() });
/** Of a person's address, whichever network the mail was of. */
export const addressFailed = defineEvent({ subject: 'ev.membership.address.failed.v1', data: standing });
export const addressRetried = defineEvent({ subject: 'ev.membership.address.retried.v1', data: standing });
