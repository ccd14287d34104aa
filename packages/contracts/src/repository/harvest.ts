import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { Id, Instant, localized, page } from '../shapes.js';
import { FiveR, PracticeType } from '../vocabularies.js';
import { PracticeContent, practiceErrors } from './practices.js';
import { AcceptedTerms } from './publication/rights.js';
import { ReplicationContent } from './replications.js';

/** A published record in every language in which it is written. */
export const PublicRecord = z.strictObject({
  id: Id,
  slug: z.string(),
  content: PracticeContent,
  /** Who answers for it; null for those of the network. */
  owner: z.string().nullable(),
  licence: z.string(),
  terms: AcceptedTerms,
  publishedAt: Instant,
  /** When what the public reads of it last changed. */
  changedAt: Instant,
  version: z.int(),
});
export type PublicRecord = z.infer<typeof PublicRecord>;

/** PostgreSQL's calendar has no year 0. */
const Since = Instant.refine((instant) => !instant.startsWith('0000'), { message: 'not-date' });

/** What happened to a record that was published once: it changed, or it is no longer published. That stays known. */
const Change = z.strictObject({
  id: Id,
  changedAt: Instant,
  deleted: z.boolean(),
  type: PracticeType,
  fiveRs: z.array(FiveR),
  /** Null where it is no longer published, or was not asked for. */
  record: PublicRecord.nullable(),
});
export type Change = z.infer<typeof Change>;

export const listChanges = defineOperation({
  id: 'repository.harvest.changes',
  summary: 'Walk what was published, changed or withdrawn, the earliest change first; the next page begins where the cursor says',
  method: 'GET',
  path: '/{network}/practice-changes',
  access: 'public',
  input: z.strictObject({
    from: Since.optional(),
    /** Not itself. */
    before: Since.optional(),
    type: PracticeType.optional(),
    fiveR: FiveR.optional(),
    /** Without records it is a list of what to ask for. */
    records: z.enum(['yes', 'no']).default('yes'),
    ...page,
  }),
  output: z.strictObject({
    items: z.array(Change),
    nextCursor: z.string().nullable(),
    /** Whatever changes after this instant is told later than now. */
    at: Instant,
  }),
  example: { given: 'published-practice', input: { type: 'good-practice', limit: 5 } },
});

export const getChange = defineOperation({
  id: 'repository.harvest.change',
  summary: 'Read a record that is or was published, in all its languages, by its persistent identifier',
  method: 'GET',
  path: '/{network}/practice-changes/{id}',
  access: 'public',
  input: z.strictObject({ id: Id }),
  output: Change,
  errors: [practiceErrors['practice-not-found']],
  example: { given: 'published-practice', input: { id: '{practiceId}' } },
});

export const listRecords = defineOperation({
  id: 'repository.harvest.records',
  summary: 'Walk all published records by identifier: each that stays is met once, whatever changes meanwhile',
  method: 'GET',
  path: '/{network}/practice-records',
  access: 'public',
  input: z.strictObject(page),
  output: z.strictObject({ items: z.array(PublicRecord), nextCursor: z.string().nullable() }),
  example: { given: 'published-practice', input: { limit: 5 } },
});

/** A confirmed replication in every language in which it is written. */
export const PublicReplication = z.strictObject({
  id: Id,
  practice: z.strictObject({ slug: z.string(), title: localized(z.string()) }),
  /** Its name; null until the repository has heard of it. */
  organization: localized(z.string()).nullable(),
  content: ReplicationContent,
  licence: z.string(),
  confirmedAt: Instant,
});
export type PublicReplication = z.infer<typeof PublicReplication>;

export const listReplicationRecords = defineOperation({
  id: 'repository.harvest.replications',
  summary: 'Walk all confirmed replications by identifier, in all their languages',
  method: 'GET',
  path: '/{network}/replication-records',
  access: 'public',
  input: z.strictObject(page),
  output: z.strictObject({ items: z.array(PublicReplication), nextCursor: z.string().nullable() }),
  example: { given: 'told-replication', input: { limit: 5 } },
});

const Address = z.strictObject({ id: Id, slug: z.string(), changedAt: Instant });

export const listAddresses = defineOperation({
  id: 'repository.harvest.addresses',
  summary: 'Addresses of published records from one identifier up to another, which is left out',
  method: 'GET',
  path: '/{network}/practice-addresses',
  access: 'public',
  input: z.strictObject({ from: Id, before: Id.optional() }),
  output: z.strictObject({ items: z.array(Address) }),
  example: { given: 'published-practice', input: { from: '00000000-0000-7000-8000-000000000000' } },
});

export const summarizeRecords = defineOperation({
  id: 'repository.harvest.summary',
  summary: 'How many records are published, when they last changed, and in which parts their addresses are listed',
  method: 'GET',
  path: '/{network}/practice-summary',
  access: 'public',
  input: z.strictObject({}),
  output: z.strictObject({
    count: z.int(),
    /** Withdrawals count as changes; null while nothing was ever published. */
    changedAt: Instant.nullable(),
    parts: z.array(z.strictObject({ from: Id, count: z.int(), changedAt: Instant })),
  }),
  example: { given: 'published-practice', input: {} },
});

/** When records of these addresses were published and last changed: what a feed of a search adds to what was found. */
export const datePractices = defineOperation({
  id: 'repository.harvest.dates',
  summary: 'When published records of these addresses were published and last changed',
  method: 'GET',
  path: '/{network}/practice-dates',
  access: 'public',
  input: z.strictObject({
    slug: z.preprocess((given): unknown => (Array.isArray(given) ? given : [given]), z.array(z.string().max(120)).max(100)),
  }),
  output: z.strictObject({
    items: z.array(Address.extend({ owner: z.string().nullable(), publishedAt: Instant })),
  }),
  example: { given: 'published-practice', input: { slug: ['{slug}'] } },
});
