import { z } from 'zod';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { OrganizationStatus } from '../membership/organizations.js';
import { defineOperation } from '../operation.js';
import { Country, FacetValue, Id, Instant, Language, line, listOf, localized, page, prose } from '../shapes.js';
import { assignedTo, whose } from '../tasks.js';
import { consistent } from './consistent.js';
import { practiceErrors, Source } from './practices.js';

export const replicationErrors = defineErrors({
  'replication-not-found': 'not-found',
  'replication-own-practice': 'unprocessable',
  'replication-for-organization': 'forbidden',
  'replication-own-decision': 'forbidden',
  'replication-incomplete': 'unprocessable',
  'replication-status-fixed': 'conflict',
  'replication-asked-already': 'conflict',
});
const {
  'replication-not-found': notFound,
  'replication-status-fixed': fixed,
  'replication-for-organization': forOrganization,
  'replication-own-decision': ownDecision,
} = replicationErrors;

/** `told`: waits for the origin. `asked`: the origin wants to know something first. `ended`: the practice was withdrawn before it was decided. */
export const ReplicationStatus = z.enum(['draft', 'told', 'asked', 'confirmed', 'refused', 'withdrawn', 'ended']);
export type ReplicationStatus = z.infer<typeof ReplicationStatus>;

const Year = z.int().min(1800).max(2200);

/** Where, when, with what change and what came of it. Whom to ask is not part of it: addresses stay in membership. */
export const ReplicationContent = z.strictObject({
  country: Country,
  place: line(200),
  startYear: Year.nullable(),
  endYear: Year.nullable(),
  adaptation: localized(prose(3000)).nullable(),
  result: localized(prose(3000)).nullable(),
  source: Source.nullable(),
});
export type ReplicationContent = z.infer<typeof ReplicationContent>;

const Missing = z.enum(['startYear', 'adaptation', 'result', 'source']);
export type ReplicationField = z.infer<typeof Missing>;

/** What the asker may do with it now. */
const Deed = z.enum(['edit', 'tell', 'withdraw', 'ask', 'confirm', 'refuse']);
export type ReplicationDeed = z.infer<typeof Deed>;

const Step = z.strictObject({ status: ReplicationStatus, at: Instant, text: z.string().nullable() });
export type ReplicationStep = z.infer<typeof Step>;

/** As both sides read it: who repeated the practice and who answers for the practice. */
export const Replication = z.strictObject({
  id: Id,
  status: ReplicationStatus,
  practice: z.strictObject({ id: Id, slug: z.string(), title: z.string() }),
  organization: z.strictObject({ id: Id, name: z.string() }),
  /** Who confirms; null for records of the network, which its secretariat does, as it does in place of who is suspended or has left. */
  origin: z.strictObject({ id: Id, name: z.string(), status: OrganizationStatus }).nullable(),
  content: ReplicationContent,
  /** What must be filled before it can be told. */
  missing: z.array(Missing),
  history: z.array(Step),
  may: z.array(Deed),
  changedAt: Instant,
  version: z.int(),
});
export type Replication = z.infer<typeof Replication>;

const Row = Replication.pick({ id: true, status: true, changedAt: true }).extend({
  title: z.string(),
  organization: z.string(),
  origin: z.string().nullable(),
  /** Where it is not active, the secretariat decides in its place. */
  originStatus: OrganizationStatus,
  country: Country,
  place: z.string(),
  toldAt: Instant.nullable(),
});
export type ReplicationRow = z.infer<typeof Row>;

const byId = z.strictObject({ id: Id });
const writing = { permission: 'practices:write' } as const;
const speaking = { permission: 'practices:submit' } as const;
const exampleContent = {
  country: 'CO',
  place: 'Ladera Imaginaria',
  startYear: 2025,
  endYear: null,
  adaptation: { original: 'es', es: 'Los turnos son de medio día, porque el mercado abre de madrugada.' },
  result: { original: 'es', es: 'En seis meses se cuidaron 300 horas por turnos.' },
  source: { title: 'Cuaderno de turnos (ficticio)', url: null, publisher: null },
};

export const draftReplication = defineOperation({
  id: 'repository.replications.draft',
  summary: 'Begin to tell that the organisation acted for repeated a published practice',
  method: 'POST',
  path: '/{network}/replications',
  access: writing,
  input: z.strictObject({ practiceId: Id, content: consistent(ReplicationContent) }),
  output: Replication,
  errors: [practiceErrors['practice-not-found'], replicationErrors['replication-own-practice'], forOrganization],
  example: { given: 'network-practice', input: { practiceId: '{practiceId}', content: exampleContent } },
});

export const editReplication = defineOperation({
  id: 'repository.replications.edit',
  summary: 'Save a replication that is not told yet, or of which something was asked',
  method: 'PUT',
  path: '/{network}/replications/{id}',
  access: writing,
  input: byId.extend({ content: consistent(ReplicationContent) }),
  output: Replication,
  errors: [notFound, fixed],
  edits: true,
  example: { given: 'drafted-replication', input: { id: '{replicationId}', content: exampleContent } },
});

export const readReplication = defineOperation({
  id: 'repository.replications.read',
  summary: 'Read a replication as who told it or as who confirms it',
  method: 'GET',
  path: '/{network}/replications/{id}',
  access: writing,
  input: byId,
  output: Replication,
  errors: [notFound],
  example: { given: 'drafted-replication', input: { id: '{replicationId}' } },
});

export const tellReplication = defineOperation({
  id: 'repository.replications.tell',
  summary: 'Tell it to the origin, which confirms it; after a question, answer with what was changed',
  method: 'POST',
  path: '/{network}/replications/{id}/tell',
  access: speaking,
  input: byId.extend({ answer: prose(2000).optional() }),
  output: Replication,
  errors: [notFound, fixed, replicationErrors['replication-incomplete'], practiceErrors['practice-not-found']],
  edits: true,
  example: { given: 'drafted-replication', input: { id: '{replicationId}' } },
});

export const withdrawReplication = defineOperation({
  id: 'repository.replications.withdraw',
  summary: 'Take back what the organisation acted for told; its history stays',
  method: 'POST',
  path: '/{network}/replications/{id}/withdraw',
  access: speaking,
  input: byId,
  output: Replication,
  errors: [notFound, fixed],
  edits: true,
  example: { given: 'drafted-replication', input: { id: '{replicationId}' } },
});

const deciding = { method: 'POST', access: speaking, output: Replication, edits: true } as const;

export const askReplication = defineOperation({
  ...deciding,
  id: 'repository.replications.ask',
  summary: 'As the origin, ask something before deciding; once',
  path: '/{network}/replications/{id}/question',
  input: byId.extend({ text: prose(2000) }),
  errors: [notFound, fixed, ownDecision, replicationErrors['replication-asked-already']],
  example: { given: 'told-replication', input: { id: '{replicationId}', text: '¿Cuántas personas cuidaron por turno?' } },
});

export const confirmReplication = defineOperation({
  ...deciding,
  id: 'repository.replications.confirm',
  summary: 'As the origin, confirm: from now on the public reads it',
  path: '/{network}/replications/{id}/confirm',
  input: byId,
  errors: [notFound, fixed, ownDecision, practiceErrors['practice-not-found']],
  once: true,
  example: { given: 'told-replication', input: { id: '{replicationId}' } },
});

export const refuseReplication = defineOperation({
  ...deciding,
  id: 'repository.replications.refuse',
  summary: 'As the origin, refuse with a reason',
  path: '/{network}/replications/{id}/refuse',
  input: byId.extend({ reason: prose(2000) }),
  errors: [notFound, fixed, ownDecision],
  example: { given: 'told-replication', input: { id: '{replicationId}', reason: 'Es otra práctica: no hubo turnos.' } },
});

export const listOwnReplications = defineOperation({
  id: 'repository.replications.own',
  summary: 'What the organisation acted for told, the last changed first',
  method: 'GET',
  path: '/{network}/own-replications',
  access: writing,
  input: z.strictObject({ status: ReplicationStatus.optional(), ...page }),
  output: listOf(Row),
  errors: [forOrganization],
  example: { given: 'drafted-replication', input: {} },
});

export const listReceivedReplications = defineOperation({
  id: 'repository.replications.received',
  summary: 'What others told of the practices one answers for, the longest waiting first; total of those that wait',
  method: 'GET',
  path: '/{network}/received-replications',
  access: speaking,
  input: z.strictObject({ status: ReplicationStatus.exclude(['draft']).default('told'), ...whose, ...page }),
  output: listOf(Row.extend(assignedTo)).extend({ total: z.int() }),
  example: { given: 'told-replication', input: {} },
});

/** A confirmed replication in one language. */
const Published = z.strictObject({
  id: Id,
  practice: z.strictObject({ slug: z.string(), title: z.string() }),
  organization: z.strictObject({ id: Id, name: z.string() }),
  ...ReplicationContent.pick({ country: true, place: true, startYear: true, endYear: true, source: true }).shape,
  adaptation: z.string().nullable(),
  result: z.string().nullable(),
  languages: z.record(z.string(), Language),
  confirmedAt: Instant,
});
export type PublishedReplication = z.infer<typeof Published>;

export const listReplications = defineOperation({
  id: 'repository.replications.list',
  summary: 'The register: confirmed replications, of a practice or by an organisation, the last confirmed first',
  method: 'GET',
  path: '/{network}/replications',
  access: 'public',
  input: z.strictObject({
    /** Slug of a practice. */
    practice: z
      .string()
      .max(120)
      .regex(/^[a-z0-9-]+$/)
      .optional(),
    organization: Id.optional(),
    /** Who answers for the practices that were repeated. */
    origin: Id.optional(),
    ...page,
  }),
  output: listOf(Published).extend({
    total: z.int(),
    /** Who repeated anything, with how often; not told where one practice is asked for. */
    organizations: z.array(FacetValue),
  }),
  example: { given: 'published-practice', input: { practice: '{slug}' } },
});

/** Title and address are of a published practice; what was told, asked or given as a reason does not travel. */
const state = z.object({
  status: ReplicationStatus,
  practiceId: Id,
  slug: z.string(),
  title: localized(z.string()),
  originId: Id.nullable(),
  organizationId: Id,
  organization: localized(z.string()).nullable(),
  /** Whether the origin had heard of it. */
  told: z.boolean(),
  /** Whether the secretariat decides in place of the origin. */
  stoodIn: z.boolean().optional(),
});
const happened = <const V extends string>(verb: V) => defineEvent({ subject: `ev.repository.replication.${verb}.v1`, data: state });
export const replicationDrafted = happened('drafted');
export const replicationEdited = happened('edited');
export const replicationTold = happened('told');
export const replicationAsked = happened('asked');
export const replicationConfirmed = happened('confirmed');
export const replicationRefused = happened('refused');
export const replicationWithdrawn = happened('withdrawn');
export const replicationEnded = happened('ended');
