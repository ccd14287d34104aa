import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { generalErrors } from '../../errors.js';
import { Country, Day, Id, Instant, line, listOf, localized, page, prose, repeated, Ticket } from '../../shapes.js';
import { Region, Sector } from '../../vocabularies.js';
import { applicationErrors, ApplicationStatus } from '../applications.js';
import { Member, organizationErrors, organizationState, OrganizationStatus } from '../organizations.js';
import { Role } from '../people.js';
import { Profile } from './profiles.js';

/** How it stands with the letter of an organisation's titular; `alternate`: only a suplente has one that holds. `expiring` has 30 days or less. */
export const letterStates = ['missing', 'expired', 'alternate', 'expiring', 'valid'] as const;
export const LetterState = z.enum(letterStates);
export type LetterState = z.infer<typeof LetterState>;

/** Whether an organisation has a titular; else whether somebody is invited to be it, was and did not come in time, or nobody is. */
export const titularStates = ['present', 'invited', 'expired', 'missing'] as const;
export const TitularState = z.enum(titularStates);
export type TitularState = z.infer<typeof TitularState>;

const CategoryCode = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9-]*$/);

const Row = Member.extend({
  region: Region.nullable(),
  categorySince: Instant.nullable(),
  languages: z.array(z.string()),
  website: z.string().nullable(),
  letter: LetterState,
  /** Until when the titular's letter is valid, or the suplente's where that is the one that holds. */
  letterValidUntil: Instant.nullable(),
  /** Null of who has left. */
  titular: TitularState.nullable(),
  /** Whether it stands in the public directory. */
  listed: z.boolean(),
});
export type MemberRow = z.infer<typeof Row>;

/** Several values of one filter are any of them; several filters all of them. */
const filters = {
  q: z.string().trim().max(100).default(''),
  status: repeated(OrganizationStatus),
  category: repeated(CategoryCode),
  sector: repeated(Sector),
  region: repeated(Region),
  country: repeated(Country),
  letter: LetterState.optional(),
  titular: TitularState.optional(),
};
export const memberSorts = ['name', 'country', 'since', 'letter'] as const;
const order = { sort: z.enum(memberSorts).default('name'), order: z.enum(['asc', 'desc']).default('asc') };

export const listMembers = defineOperation({
  id: 'membership.members.list',
  summary: 'The members of a network, filtered and sorted, the suspended and the withdrawn among them',
  method: 'GET',
  path: '/{network}/members',
  access: { permission: 'organizations:read' },
  input: z.strictObject({ ...filters, ...order, ...page }),
  output: listOf(Row).extend({
    total: z.int(),
    /** Where members are, whatever is asked; with the first page alone. */
    countries: z.array(Country),
  }),
  example: { given: 'organization', input: { status: ['active'] } },
});

const Counted = z.strictObject({ value: z.string(), count: z.int() });

/** What members read of each other: what each shows, and who is suspended. Who has left is not among them. */
export const listDirectory = defineOperation({
  id: 'membership.members.directory',
  summary: 'The members of a network as members see them: what each consents to show, the suspended marked',
  method: 'GET',
  path: '/{network}/directory',
  access: 'member',
  /** Who does not show where it is, is found by no place. */
  input: z.strictObject({
    ...{ q: filters.q, sector: filters.sector, category: filters.category, region: filters.region, country: filters.country },
    ...page,
  }),
  output: listOf(Member.omit({ decided: true, version: true }).extend({ region: Region.nullable(), listed: z.boolean() })).extend({
    total: z.int(),
    /** How many, as far as they show it, each under all filters but its own; with the first page alone. */
    counts: z.strictObject({ sector: z.array(Counted), region: z.array(Counted), country: z.array(Counted) }),
  }),
  example: { given: 'organization', input: { sector: ['civil-society'] } },
});

export const memberColumns = [
  'name',
  'acronym',
  'sector',
  'country',
  'region',
  'category',
  'since',
  'status',
  'titular',
  'letter',
  'letter-until',
  'languages',
  'website',
  'listed',
] as const;
export type MemberColumn = (typeof memberColumns)[number];

export const exportMembers = defineOperation({
  id: 'membership.members.export',
  summary: 'Take the members that a filter finds as a spreadsheet, with the columns that are wanted',
  method: 'POST',
  path: '/{network}/members/export',
  reads: true,
  access: { permission: 'organizations:read' },
  input: z.strictObject({ ...filters, ...order, columns: z.array(z.enum(memberColumns)).min(1).max(20), format: z.enum(['xlsx', 'csv']) }),
  output: Ticket,
  example: { given: 'organization', input: { columns: ['name', 'status'], format: 'csv' } },
});

/** From when to when a category is held, by which agreement. Periods follow one another and are never overwritten. */
export const CategoryPeriod = z.strictObject({
  category: z.string(),
  /** Civil dates; null where nobody wrote it down, or while it lasts. */
  since: Day.nullable(),
  until: Day.nullable(),
  reference: z.string().nullable(),
  referenceDate: Day.nullable(),
});
export type CategoryPeriod = z.infer<typeof CategoryPeriod>;

export const factKinds = ['registered', 'admitted', 'suspended', 'reinstated', 'withdrawn', 'category-changed', 'edited'] as const;
/** Of what an organisation's history can note that it changed; each has its words in the texts under `members.field`. */
export const notedFields = [
  'name',
  'acronym',
  'sector',
  'country',
  'region',
  'languages',
  'work',
  'website',
  'links',
  'shows',
  'listed',
  'logo',
  'category',
] as const;
/** Read of an organisation's history: the newest of them, and whatever was decided before. */
export const mostFacts = 100;
/** Something that happened to an organisation: who, when, what, why. */
export const OrganizationFact = z.strictObject({
  id: Id,
  at: Instant,
  what: z.enum(factKinds),
  /** Name of the person; null of a command, or where the person is no longer known. */
  by: z.string().nullable(),
  /** Whether it was done in the organisation's own name. */
  own: z.boolean(),
  reason: z.string().nullable(),
  reference: z.string().nullable(),
  /** What it is from then on, where that is a code. */
  changes: z.array(z.strictObject({ field: z.enum(notedFields), before: z.string().nullable(), after: z.string().nullable() })),
});
export type OrganizationFact = z.infer<typeof OrganizationFact>;

const MemberFile = Profile.extend({
  decided: Member.shape.decided,
  letter: LetterState,
  people: z.array(
    z.strictObject({
      personId: Id,
      name: z.string(),
      role: Role,
      since: Instant,
      letterValidUntil: Instant.nullable(),
      disabled: z.boolean(),
      /** Whether mails to their address come back. */
      unreachable: z.boolean(),
    }),
  ),
  categories: z.array(CategoryPeriod),
  /** What it is called in each language, and what it was called before. */
  called: localized(z.string()),
  formerNames: z.array(z.string()),
  /** By which it came in, or wanted to; the newest first. */
  applications: z.array(
    z.strictObject({ id: Id, organization: z.string(), status: ApplicationStatus, submittedAt: Instant, reference: z.string().nullable() }),
  ),
  /** On the map of actors, where it stood before. */
  actorId: Id.nullable(),
  /** The newest first. */
  history: z.array(OrganizationFact),
});
export type MemberFile = z.infer<typeof MemberFile>;

export const getMember = defineOperation({
  id: 'membership.members.get',
  summary: 'All that the secretariat knows of one member: its data, people, categories and history',
  method: 'GET',
  path: '/{network}/members/{id}',
  access: { permission: 'organizations:read' },
  input: z.strictObject({ id: Id }),
  output: MemberFile,
  errors: [organizationErrors['organization-not-found']],
  example: { given: 'organization', input: { id: '{organizationId}' } },
});

export const changeCategory = defineOperation({
  id: 'membership.members.change-category',
  summary: 'Begin a new period in another category, with the agreement that grants it; the one before ends and stays',
  method: 'POST',
  path: '/{network}/members/{id}/category',
  access: { permission: 'organizations:categorize' },
  input: z.strictObject({
    id: Id,
    category: CategoryCode,
    /** First day of the new period; not before the current one began, not in the future. */
    since: Day,
    reference: line(300),
    referenceDate: Day,
  }),
  output: MemberFile,
  errors: [
    organizationErrors['organization-not-found'],
    organizationErrors['organization-is-own'],
    organizationErrors['organization-status-fixed'],
    organizationErrors['category-period-taken'],
  ],
  edits: true,
  example: {
    given: 'member',
    input: { id: '{organizationId}', category: 'guest', since: '2026-01-15', reference: '12:15/01/2026', referenceDate: '2026-01-15' },
  },
});

const said = Profile.pick({ sector: true, country: true, region: true, languages: true, work: true, website: true, links: true });

export const correctMember = defineOperation({
  id: 'membership.members.correct',
  summary: 'Put right what a member is called and is, with a reason; what it shows in public stays its own to say',
  method: 'PUT',
  path: '/{network}/members/{id}',
  access: { permission: 'organizations:maintain' },
  input: said.extend({
    id: Id,
    name: localized(line(250)),
    acronym: line(30).nullable(),
    /** It was really called so before and is still found by that; not where the name only stood there misspelt. */
    wasCalled: z.boolean().default(false),
    /** A picture uploaded to be its logo, or null for none; left out, the logo stays as it is. */
    logoUploadId: Id.nullable().optional(),
    reason: prose(1000),
  }),
  output: MemberFile,
  errors: [
    organizationErrors['organization-not-found'],
    organizationErrors['organization-is-own'],
    applicationErrors['organization-name-taken'],
    generalErrors['upload-not-found'],
  ],
  edits: true,
  example: {
    given: 'member',
    input: {
      id: '{organizationId}',
      name: { original: 'es', es: '{organizationName}' },
      acronym: 'REN',
      sector: 'civil-society',
      country: 'MX',
      region: null,
      languages: ['es'],
      work: null,
      website: null,
      links: [],
      reason: 'Cambió su denominación en el registro público.',
    },
  },
});

export const organizationCategoryChanged = defineEvent({
  subject: 'ev.membership.organization.category-changed.v1',
  data: organizationState.extend({ since: Day, reference: z.string() }),
  freeText: ['reference'],
});
