import { z } from 'zod';
import { permissions } from '../access.js';
import { defineOperation } from '../operation.js';
import { Id, Instant, PortalLanguage } from '../shapes.js';
import { OrganizationStatus } from './organizations.js';
import { Role } from './people.js';

/** On whose behalf a request runs. The gateway signs it for people, a service for itself. */
export const Principal = z.strictObject({
  networkId: Id.nullable(),
  /** What the token proved, before membership says who that is. */
  account: z.strictObject({ issuer: z.string(), subject: z.string(), email: z.string().nullable() }).nullable(),
  person: z.strictObject({ id: Id, language: PortalLanguage }).nullable(),
  roles: z.array(Role),
  permissions: z.array(z.enum(permissions)),
  organizations: z.array(
    z.strictObject({ id: Id, roles: z.array(Role), status: OrganizationStatus, letterValidUntil: Instant.nullable() }),
  ),
  /** The organisation acted for: the one asked for, or the only one there is. */
  actingFor: Id.nullable(),
  service: z.string().nullable(),
});
export type Principal = z.infer<typeof Principal>;

/** Who is asked about, and where. */
export const StandingAsked = z.strictObject({
  networkId: Id.nullable(),
  issuer: z.string().max(300),
  subject: z.string().max(200),
  actingFor: Id.nullable(),
  /** Whether the sign-in proved a second factor. */
  secondFactor: z.boolean(),
});
export type StandingAsked = z.infer<typeof StandingAsked>;

export const Standing = Principal.pick({ person: true, roles: true, permissions: true, organizations: true, actingFor: true }).extend({
  disabled: z.boolean(),
  /** A role that needs a second factor was left out, because the sign-in had none. */
  secondFactorMissing: z.boolean(),
});
export type Standing = z.infer<typeof Standing>;

/** Standings at most asked for at once. */
export const mostStandings = 100;

export const resolvePrincipals = defineOperation({
  id: 'membership.principals.resolve',
  summary: 'Who accounts are in networks, and what they may do there now, in the order asked',
  method: 'GET',
  path: '/internal/principals/resolve',
  access: { internal: ['gateway'] },
  input: z.strictObject({ asked: z.array(StandingAsked).min(1).max(mostStandings) }),
  output: z.strictObject({ standings: z.array(Standing) }),
  example: {
    input: {
      asked: [{ networkId: null, issuer: 'https://example.org/realms/alianza', subject: 'nobody', actingFor: null, secondFactor: false }],
    },
  },
});
