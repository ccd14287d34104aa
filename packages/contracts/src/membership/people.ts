import { z } from 'zod';
import { permissions, roles } from '../access.js';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Email, Id, line, PortalLanguage, prose } from '../shapes.js';
import { organizationErrors, OrganizationStatus } from './organizations.js';

export const Role = z.enum(roles);

const Represented = z.strictObject({ id: Id, name: z.string(), status: OrganizationStatus, roles: z.array(Role) });

/** Who I am, and what I may do where. `organizations` are those I can act for. */
export const Me = z.strictObject({
  id: Id,
  name: z.string(),
  language: PortalLanguage,
  operator: z.boolean(),
  networks: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      demo: z.boolean(),
      roles: z.array(Role),
      permissions: z.array(z.enum(permissions)),
      organizations: z.array(Represented),
    }),
  ),
  version: z.int(),
});
export type Me = z.infer<typeof Me>;

export const getMe = defineOperation({
  id: 'membership.people.me',
  summary: 'The person signed in, their networks, roles and organisations',
  method: 'GET',
  path: '/me',
  access: 'signed-in',
  input: z.strictObject({}),
  output: Me,
  example: { input: {} },
});

export const editMe = defineOperation({
  id: 'membership.people.edit',
  summary: 'Change the language in which the portal and its mails speak to me, and the name under which I am shown',
  method: 'PUT',
  path: '/me',
  access: 'signed-in',
  /** Without a name it stays what it is. */
  input: z.strictObject({ language: PortalLanguage, name: line(120).optional() }),
  output: Me,
  edits: true,
  example: { given: 'me', input: { language: 'en' } },
});

export const peopleErrors = defineErrors({ 'person-not-found': 'not-found', 'person-is-own': 'conflict' });

export const roleErrors = defineErrors({
  'role-not-found': 'not-found',
  'role-ended': 'conflict',
  'role-reserved': 'conflict',
  'last-secretariat': 'conflict',
  'titular-held': 'conflict',
  'titular-hands-over': 'conflict',
  'already-represents': 'conflict',
  'letter-required': 'forbidden',
});

/** An account belongs to a person of several networks: it stands with the operator, found where the person takes part. */
const standing = {
  method: 'POST',
  access: 'operator',
  input: z.strictObject({ id: Id, reason: prose(1000) }),
  output: z.strictObject({ id: Id, disabled: z.boolean() }),
  errors: [peopleErrors['person-not-found'], peopleErrors['person-is-own']],
  recent: true,
} as const;

export const disablePerson = defineOperation({
  ...standing,
  id: 'membership.people.disable',
  summary: 'Let a person make no request any more, in any network, and end their sessions; the same again changes nothing',
  path: '/{network}/people/{id}/disable',
  example: { given: 'person', input: { id: '{personId}', reason: 'La cuenta se usa desde un equipo perdido.' } },
});

export const enablePerson = defineOperation({
  ...standing,
  id: 'membership.people.enable',
  summary: 'Let a disabled person come back; the same again changes nothing',
  path: '/{network}/people/{id}/enable',
  example: { given: 'disabled-person', input: { id: '{personId}', reason: 'La persona recuperó su equipo.' } },
});

export const grantRole = defineOperation({
  id: 'membership.roles.grant',
  summary: 'Give a role to an account that exists at the provider, without invitation; the same again changes nothing',
  method: 'POST',
  path: '/{network}/roles',
  access: 'operator',
  input: z.strictObject({
    organizationId: Id.nullable(),
    role: Role.exclude(['operator']),
    person: z.strictObject({ name: line(120), language: PortalLanguage, email: Email, issuer: line(300), subject: line(200) }),
  }),
  output: z.strictObject({ personId: Id, granted: z.boolean() }),
  errors: [
    organizationErrors['organization-not-found'],
    peopleErrors['person-not-found'],
    roleErrors['titular-held'],
    roleErrors['already-represents'],
  ],
  example: {
    given: 'organization',
    input: {
      organizationId: '{organizationId}',
      role: 'editor',
      person: {
        name: 'Edición, Red Ejemplo',
        language: 'es',
        email: 'edicion@red-ejemplo.example.org',
        issuer: 'https://example.org/realms/alianza',
        subject: 'edicion',
      },
    },
  },
});

const data = z.object({ language: PortalLanguage });
export const personRegistered = defineEvent({ subject: 'ev.membership.person.registered.v1', data });
export const personEdited = defineEvent({ subject: 'ev.membership.person.edited.v1', data });
const settled = <const V extends string>(verb: V) =>
  defineEvent({ subject: `ev.membership.person.${verb}.v1`, data: z.object({ reason: z.string() }), freeText: ['reason'] });
export const personDisabled = settled('disabled');
export const personEnabled = settled('enabled');
export const roleGranted = defineEvent({
  subject: 'ev.membership.role.granted.v1',
  data: z.object({ personId: Id, role: Role, organizationId: Id.nullable() }),
});
