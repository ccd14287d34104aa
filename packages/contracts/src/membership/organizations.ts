import { z } from 'zod';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Country, FacetValue, Id, Instant, line, listOf, localized, page, prose, repeated, Web } from '../shapes.js';
import { Region, Sector } from '../vocabularies.js';

export const organizationErrors = defineErrors({
  'organization-not-found': 'not-found',
  'organization-status-fixed': 'conflict',
  'organization-is-own': 'conflict',
  'category-period-taken': 'conflict',
  'logo-not-found': 'not-found',
});

export const OrganizationStatus = z.enum(['active', 'suspended', 'withdrawn']);
export type OrganizationStatus = z.infer<typeof OrganizationStatus>;

/** `member` takes part in the network; `actor` stands on its map without being a member. */
export const OrganizationKind = z.enum(['member', 'actor']);

export const OrganizationLink = z.strictObject({ title: line(120), url: Web });
export type OrganizationLink = z.infer<typeof OrganizationLink>;

/** Something that an actor of the map does in care, and where that was read. */
export const Initiative = z.strictObject({
  title: line(200),
  year: z.int().min(1900).max(2100).nullable(),
  url: Web.nullable(),
  source: line(300).nullable(),
});
export type Initiative = z.infer<typeof Initiative>;

/** At `/files/logos/{network}/{hash}/{width}.webp` where it is shown; pixels of its largest form. */
export const Logo = z.strictObject({ hash: z.string(), width: z.int(), height: z.int() });
export type Logo = z.infer<typeof Logo>;

const Listed = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  acronym: z.string().nullable(),
  kind: OrganizationKind,
  sector: Sector,
  /** What it consents to show, like all that follows; null where it does not, or where nobody wrote it down. */
  country: Country.nullable(),
  region: Region.nullable(),
  category: z.string().nullable(),
  role: z.string().nullable(),
  website: z.string().nullable(),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string().nullable() })),
});
export type ListedOrganization = z.infer<typeof Listed>;

export const listOrganizations = defineOperation({
  id: 'membership.organizations.list',
  summary: 'List the organisations of a network and the other actors on its map',
  method: 'GET',
  path: '/{network}/organizations',
  access: 'public',
  input: z.strictObject({
    q: z.string().trim().max(100).default(''),
    kind: OrganizationKind.optional(),
    sector: repeated(Sector),
    region: repeated(Region),
    country: repeated(Country),
    ...page,
  }),
  output: listOf(Listed).extend({
    total: z.int(),
    facets: z.strictObject({
      kind: z.array(FacetValue),
      sector: z.array(FacetValue),
      region: z.array(FacetValue),
      country: z.array(FacetValue),
    }),
  }),
  example: { given: 'organization', input: { sector: ['civil-society'] } },
});

/** Spellings under which sources and records name an organisation: what it is called in each language, and its acronym. */
const Names = z.array(z.string());

/** One organisation as anybody reads it: what it consents to show and what sources say of it. */
const Shown = Listed.extend({
  names: Names,
  /** Since when it holds its category; null where nobody wrote that down. */
  categorySince: Instant.nullable(),
  /** ISO 639 codes of the languages it works in; empty where it does not show them. */
  languages: z.array(z.string()),
  /** Its work in care, in its own words. */
  work: z.string().nullable(),
  links: z.array(OrganizationLink),
  logo: Logo.nullable(),
  /** What it was called before; the newest first. */
  formerNames: z.array(z.string()),
  /** Of an actor of the map; empty of a member, which speaks for itself. */
  initiatives: z.array(Initiative),
});
export type ShownOrganization = z.infer<typeof Shown>;

export const getOrganization = defineOperation({
  id: 'membership.organizations.get',
  summary: 'Read what an organisation of the directory consents to show, by its address or its id',
  method: 'GET',
  path: '/{network}/organizations/{key}',
  access: 'public',
  input: z.strictObject({
    key: z
      .string()
      .max(80)
      .regex(/^[a-z0-9-]+$/),
  }),
  output: Shown,
  errors: [organizationErrors['organization-not-found']],
  example: { given: 'organization', input: { key: '{organizationId}' } },
});

export const findNamedOrganizations = defineOperation({
  id: 'membership.organizations.named',
  summary: 'Which of these names and acronyms, as they are written, are organisations of the directory',
  method: 'GET',
  path: '/{network}/named-organizations',
  access: 'public',
  input: z.strictObject({ name: repeated(line(250)) }),
  /** `current`: what it is called today, in each language; `name` in the one asked. */
  output: z.strictObject({ items: z.array(z.strictObject({ slug: z.string(), name: z.string(), current: Names, names: Names })) }),
  example: { given: 'organization', input: { name: ['Red Ejemplo de Cuidados (ficticia)'] } },
});

export const registerOrganization = defineOperation({
  id: 'membership.organizations.register',
  summary: 'Enter an organisation, or an actor of the map, with its source; the same slug again changes nothing',
  method: 'POST',
  path: '/{network}/organizations',
  access: 'operator',
  input: z.strictObject({
    slug: z
      .string()
      .max(80)
      .regex(/^[a-z0-9-]+$/),
    name: localized(line(250)),
    acronym: line(30).nullable(),
    kind: OrganizationKind,
    sector: Sector,
    country: Country.nullable(),
    category: line(60).nullable(),
    role: localized(prose(1000)).nullable(),
    website: Web.nullable(),
    sources: z.array(z.strictObject({ title: line(400), url: Web.nullable() })).max(20),
    listed: z.boolean(),
  }),
  output: z.strictObject({ id: Id, registered: z.boolean() }),
  example: {
    input: {
      slug: 'red-ejemplo',
      name: { original: 'es', es: 'Red Ejemplo (ficticia)' },
      acronym: null,
      kind: 'member',
      sector: 'civil-society',
      country: 'MX',
      category: 'member',
      role: null,
      website: null,
      sources: [],
      listed: true,
    },
  },
});

/** A member as the secretariat sees it: what the public directory does not say. */
export const Member = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  acronym: z.string().nullable(),
  sector: Sector,
  country: Country.nullable(),
  category: z.string().nullable(),
  status: OrganizationStatus,
  /** Since when and why it is what it is; null while nothing was ever decided. */
  decided: z.strictObject({ at: Instant, reason: z.string() }).nullable(),
  version: z.int(),
});
export type Member = z.infer<typeof Member>;

const decision = {
  method: 'POST',
  access: { permission: 'organizations:decide' },
  input: z.strictObject({ id: Id, reason: prose(1000) }),
  output: Member,
  errors: Object.values(organizationErrors),
  edits: true,
} as const;
const reasonOf = (given: string, reason: string) => ({ given, input: { id: '{organizationId}', reason } });

export const suspendOrganization = defineOperation({
  ...decision,
  id: 'membership.organizations.suspend',
  summary: 'Suspend a member: from the next request its people read and no longer write',
  path: '/{network}/members/{id}/suspend',
  example: reasonOf('member', 'Dos sesiones sin asistencia ni justificación.'),
});

export const reinstateOrganization = defineOperation({
  ...decision,
  id: 'membership.organizations.reinstate',
  summary: 'End the suspension of a member',
  path: '/{network}/members/{id}/reinstate',
  example: reasonOf('suspended-member', 'Se acreditó a quien la representa.'),
});

export const withdrawOrganization = defineOperation({
  ...decision,
  id: 'membership.organizations.withdraw',
  summary: 'Take a member out of the network and of its directory; its published records stay under its name',
  path: '/{network}/members/{id}/withdraw',
  example: reasonOf('member', 'La organización comunicó por escrito su salida.'),
});

export const organizationState = z.object({
  name: localized(z.string()),
  sector: Sector,
  country: Country.nullable(),
  category: z.string().nullable(),
  status: OrganizationStatus,
});
export const organizationRegistered = defineEvent({ subject: 'ev.membership.organization.registered.v1', data: organizationState });

const decided = <const V extends string>(verb: V) =>
  defineEvent({
    subject: `ev.membership.organization.${verb}.v1`,
    data: organizationState.extend({ reason: z.string() }),
    freeText: ['reason'],
  });
export const organizationSuspended = decided('suspended');
export const organizationReinstated = decided('reinstated');
export const organizationWithdrawn = decided('withdrawn');
