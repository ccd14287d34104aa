import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { statementPages } from '../../privacy/editions.js';
import { Instant, Language, localized, prose } from '../../shapes.js';

export const statementErrors = defineErrors({ 'statement-version-not-found': 'not-found' });

const StatementPage = z.enum(statementPages);

const said = { page: StatementPage, version: z.int(), publishedAt: Instant };

/** A page of law as readers find it. */
const Statement = z.strictObject({
  ...said,
  /** CommonMark, where the network wrote it; null for the product's words, which the portal has. */
  text: z.strictObject({ source: z.string(), language: Language }).nullable(),
  /** The version that holds now. */
  inForce: z.int(),
  /** Versions that can be read by their number, the last first. */
  readable: z.array(z.strictObject({ version: z.int(), publishedAt: Instant })),
});
export type Statement = z.infer<typeof Statement>;

export const getStatement = defineOperation({
  id: 'membership.statements.get',
  summary: 'A page of law of a network: its own words, or none; as it is, or in an earlier version by its number',
  method: 'GET',
  path: '/{network}/statements/{page}',
  access: 'public',
  input: z.strictObject({ page: StatementPage, version: z.coerce.number().int().min(1).max(9999).optional() }),
  output: Statement,
  errors: [statementErrors['statement-version-not-found']],
  example: { input: { page: 'privacy' } },
});

const Kept = z.strictObject({
  ...said,
  /** Null for the product's words. */
  content: localized(z.string()).nullable(),
  /** Versions of before, the last first, without their words: fifty of them would not fit in an answer. `own`: not the product's. */
  earlier: z.array(z.strictObject({ version: z.int(), publishedAt: Instant, own: z.boolean() })),
});
export type KeptStatementPage = z.infer<typeof Kept>;

const access = { permission: 'network:configure' } as const;

export const listStatements = defineOperation({
  id: 'membership.statements.list',
  summary: 'The pages of law of a network, each with its versions',
  method: 'GET',
  path: '/{network}/statements',
  access,
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(Kept) }),
  example: { input: {} },
});

export const publishStatement = defineOperation({
  id: 'membership.statements.publish',
  summary: 'Put a page of law in the words of the network, or back in those of the product: a new version from now on',
  method: 'PUT',
  path: '/{network}/statements/{page}',
  access,
  input: z.strictObject({ page: StatementPage, content: localized(prose(18_000)).nullable() }),
  output: Kept,
  edits: true,
  example: {
    given: 'statement',
    input: { page: 'legal', content: { original: 'es', es: '## Quién responde\n\nResponde la Red Muestra (ficticia).' } },
  },
});

/** Which page, in which version; its words are where it stands. */
export const statementPublished = defineEvent({
  subject: 'ev.membership.network.statement-published.v1',
  /** `edition`: of the product's words, where they are the network's. Missing in events of before it was told. */
  data: z.object({ page: StatementPage, version: z.int(), own: z.boolean(), edition: z.int().optional() }),
});
