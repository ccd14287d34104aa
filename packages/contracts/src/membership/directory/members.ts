import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Country, Day, Id, Instant, line, listOf, page, repeated, Ticket } from '../../shapes.js';
import { Region, Sector } from '../../vocabularies.js';
import { Member, organizationErrors, organizationState, OrganizationStatus } from '../organizations.js';
import { Role } from '../people.js';
import { Profile } from './profiles.js';

/** How it stands with an organisation's letters: the last of its titular and suplentes to run out counts. `expiring` has 30 days or less. */
export const letterStates = ['missing', 'expired', 'expiring', 'valid'] as const;
export const LetterState = z.enum(letterStates);
export type LetterState = z.infer<typeof LetterState>;

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
  /** Until when its last letter is valid. */
  letterValidUntil: Instant.nullable(),
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

/** What members read of each other: what each shows, and who is suspended. Who has left is not among them. */
export const listDirectory = defineOperation({
  id: 'membership.members.directory',
  summary: 'The members of a network as members see them: what each consents to show, the suspended marked',
  method: 'GET',
  path: '/{network}/directory',
  access: 'member',
  input: z.strictObject({ q: filters.q, sector: filters.sector, category: filters.category, ...page }),
  output: listOf(Member.omit({ decided: true, version: true }).extend({ region: Region.nullable(), listed: z.boolean() })).extend({
    total: z.int(),
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
  access: { permission: 'organizations:read' },
  input: z.strictObject({ ...filters, ...order, columns: z.array(z.enum(memberColumns)).min(1).max(20), format: z.enum(['xlsx', 'csv']) }),
  output: Ticket,
  example: { given: 'organization', input: { columns: ['name', 'status'], format: 'csv' } },
});

/** From when to when a category is held, by which agreement. Periods follow one another and are never overwritten. */
const CategoryPeriod = z.strictObject({
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
/** Something that happened to an organisation: who, when, what, why. */
const Fact = z.strictObject({
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
export type OrganizationFact = z.infer<typeof Fact>;

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
    }),
  ),
  categories: z.array(CategoryPeriod),
  /** The newest first. */
  history: z.array(Fact),
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
    referenceDate: Day.nullable().default(null),
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

export const organizationCategoryChanged = defineEvent({
  subject: 'ev.membership.organization.category-changed.v1',
  data: organizationState.extend({ since: Day, reference: z.string() }),
  freeText: ['reference'],
});
