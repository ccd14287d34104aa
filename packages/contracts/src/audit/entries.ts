import { z } from 'zod';
import { services } from '../access.js';
import { defineErrors } from '../errors.js';
import { Actor } from '../event.js';
import { defineOperation } from '../operation.js';
import { Id, Instant, listOf, page, Ticket } from '../shapes.js';

export const auditErrors = defineErrors({ 'audit-export-large': 'unprocessable' });

/** The calendar of the database has no year 0. */
const Moment = Instant.refine((instant) => !instant.startsWith('0000'), { message: 'not-date' });
/** Noun or verb of an event. */
const Word = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z-]*$/);

/** Several filters: all of them. */
export const auditFilters = {
  /** When it happened: from this instant, until before that one. */
  since: Moment.optional(),
  until: Moment.optional(),
  /** Who did it, and for whom. */
  personId: Id.optional(),
  organizationId: Id.optional(),
  service: z.enum(services).optional(),
  /** What kind of thing it happened to, and what happened: `practice`, `published`. */
  noun: Word.optional(),
  verb: Word.optional(),
  aggregateId: Id.optional(),
  /** A whole id of a thing, an event or whoever did it; or words, a reference, part of an id, somewhere in what is told. */
  q: z.string().trim().max(100).default(''),
};
export type AuditFilter = z.output<z.ZodObject<typeof auditFilters>>;

const Entry = z.strictObject({
  position: z.int(),
  at: Instant,
  subject: z.string(),
  aggregateId: Id,
  aggregateVersion: z.int(),
  actor: Actor,
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof Entry>;

const access = { permission: 'audit:read' } as const;
/** Where words are looked for, a page may be empty and yet not the last: it goes on from there. */
const listing = { method: 'GET', input: z.strictObject({ ...auditFilters, ...page }), output: listOf(Entry) } as const;

export const listAuditEntries = defineOperation({
  ...listing,
  id: 'audit.entries.list',
  summary: 'Every state change of the network that the filters find, the newest first',
  path: '/{network}/audit',
  access,
  example: { given: 'organization', input: {} },
});

export const listPlatformEntries = defineOperation({
  ...listing,
  id: 'audit.platform-entries.list',
  summary: 'State changes that concern no network or several: people, networks; the newest first',
  path: '/audit',
  access: 'operator',
  example: { input: {} },
});

export const auditFormats = ['csv', 'xlsx', 'jsonl'] as const;
export type AuditFormat = (typeof auditFormats)[number];

const ChainEnd = z.strictObject({ position: z.int(), hash: z.string() });

const taking = {
  method: 'POST',
  reads: true,
  input: z.strictObject({ ...auditFilters, format: z.enum(auditFormats) }),
  output: Ticket.extend({
    entries: z.int(),
    /** Numbers of the oldest and the newest in it; null where nothing was found. */
    first: z.int().nullable(),
    last: z.int().nullable(),
    /** Where the chain ended when it was taken. */
    head: ChainEnd,
  }),
  errors: [auditErrors['audit-export-large']],
} as const;

export const exportAuditEntries = defineOperation({
  ...taking,
  id: 'audit.entries.export',
  summary: 'Take what the filters find as a file, each row with its hash and the one before it',
  path: '/{network}/audit/export',
  access,
  example: { given: 'organization', input: { format: 'jsonl' } },
});

export const exportPlatformEntries = defineOperation({
  ...taking,
  id: 'audit.platform-entries.export',
  summary: 'Take what the filters find of the chain of no network as a file',
  path: '/audit/export',
  access: 'operator',
  example: { input: { format: 'csv' } },
});
