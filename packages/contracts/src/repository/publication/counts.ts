import { z } from 'zod';
import { defineOperation } from '../../operation.js';
import { Id, listOf, page } from '../../shapes.js';
import { practiceErrors } from '../practices.js';

const Day = z.iso.date();
const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+$/);
const notFound = practiceErrors['practice-not-found'];

/** What somebody does with a record. */
export const CountedUse = z.enum(['view', 'download']);
export type CountedUse = z.infer<typeof CountedUse>;

/** Who it was is a digest that nobody can turn back once the day's salt is gone. */
const Use = z.strictObject({
  slug: Slug,
  use: CountedUse,
  visitor: z
    .string()
    .max(22)
    .regex(/^[\w-]{22}$/),
});
export type CountedVisit = z.infer<typeof Use>;

/** Most that are told at once. */
export const mostVisits = 500;

export const drawSalt = defineOperation({
  id: 'repository.counts.salt',
  summary: 'What visitors of today are digested with in a network; thrown away with the day',
  method: 'POST',
  path: '/internal/counts/salt',
  access: { internal: ['gateway'] },
  input: z.strictObject({}),
  output: z.strictObject({ day: Day, salt: z.string(), /** Milliseconds until the day is over. */ left: z.int() }),
  example: { input: {} },
});

export const countVisits = defineOperation({
  id: 'repository.counts.add',
  summary: 'Count visits of one day, each visitor of a record once; told twice they count once',
  method: 'POST',
  path: '/internal/counts',
  access: { internal: ['gateway'] },
  input: z.strictObject({ day: Day, visits: z.array(Use).min(1).max(mostVisits) }),
  /** Null where the salt of that day is gone: nothing was counted, and whoever asks draws another. */
  output: z.strictObject({ counted: z.int().nullable() }),
  example: {
    given: 'published-practice',
    input: { day: '2026-11-21', visits: [{ slug: '{slug}', use: 'view', visitor: 'AAAAAAAAAAAAAAAAAAAAAA' }] },
  },
});

const Total = z.strictObject({ views: z.int(), downloads: z.int() });

export const readCounts = defineOperation({
  id: 'repository.counts.get',
  summary: 'How often a published practice was read and its files taken, people counted once a day and never followed',
  method: 'GET',
  path: '/{network}/practices/{slug}/counts',
  access: 'public',
  input: z.strictObject({ slug: Slug }),
  output: Total,
  errors: [notFound],
  example: { given: 'published-practice', input: { slug: '{slug}' } },
});

export const readMonthlyCounts = defineOperation({
  id: 'repository.counts.months',
  summary: 'The same by month, for who owns the practice; the latest first',
  method: 'GET',
  path: '/{network}/own-practices/{id}/counts',
  access: { permission: 'practices:write' },
  input: z.strictObject({ id: Id }),
  output: z.strictObject({
    months: z.array(Total.extend({ month: z.string() })).max(1200),
    total: Total,
  }),
  errors: [notFound],
  example: { given: 'drafted-practice', input: { id: '{practiceId}' } },
});

const Counted = Total.extend({ slug: z.string(), title: z.string(), month: z.string() });
export type CountedMonth = z.infer<typeof Counted>;

export const listCounts = defineOperation({
  id: 'repository.counts.list',
  summary: 'Reads and downloads by practice and month: of the own organisation or, for the secretariat, of the network',
  method: 'GET',
  path: '/{network}/practice-counts',
  access: { permission: 'practices:write' },
  input: z.strictObject({ of: z.enum(['organization', 'network']).default('organization'), ...page }),
  output: listOf(Counted),
  example: { given: 'published-practice', input: {} },
});
