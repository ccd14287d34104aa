import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import {
  Country,
  Done,
  Email,
  FacetValue,
  Id,
  Instant,
  line,
  listOf,
  localized,
  page,
  PortalLanguage,
  prose,
  repeated,
  Secret,
  Ticket,
  Web,
} from '../../shapes.js';
import { Region, Sector } from '../../vocabularies.js';
import { Likenesses } from '../application-desk.js';
import { applicationErrors, ApplicationStatus } from '../applications.js';
import { Initiative, organizationErrors, OrganizationStatus } from '../organizations.js';
import { Undelivered } from '../outside/undelivered.js';

export const actorErrors = defineErrors({
  'actor-not-found': 'not-found',
  'actor-is-member': 'conflict',
  'actor-without-contact': 'conflict',
  'actor-applied': 'conflict',
  'actor-stopped': 'conflict',
  'actor-invited-lately': 'conflict',
});
const notFound = actorErrors['actor-not-found'];
const isMember = actorErrors['actor-is-member'];
const taken = applicationErrors['organization-name-taken'];

/** How far it is on its way into the network; `member` follows from the organisation, whoever admitted it. */
export const actorStates = ['identified', 'contacted', 'invited', 'applied', 'member', 'not-interested'] as const;
export const ActorState = z.enum(actorStates);
export type ActorState = z.infer<typeof ActorState>;

/** Facts of an actor, of which each source says which it tells. */
export const actorFacts = ['name', 'sector', 'country', 'role', 'website', 'initiatives'] as const;
export const ActorSource = z.strictObject({
  title: line(400),
  url: Web.nullable(),
  tells: z.array(z.enum(actorFacts)).max(actorFacts.length),
});
export type ActorSource = z.infer<typeof ActorSource>;

/** Whom to write to. Read by the secretariat alone, and by nobody once the actor is a member or wants no mails. */
export const ActorContact = z.strictObject({
  name: line(120).nullable(),
  office: line(120).nullable(),
  email: Email,
  language: PortalLanguage,
});
export type ActorContact = z.infer<typeof ActorContact>;

const facts = {
  name: localized(line(250)),
  acronym: line(30).nullable(),
  sector: Sector,
  country: Country.nullable(),
  /** Null where it follows from the country. */
  region: Region.nullable(),
  website: Web.nullable(),
  /** What it does in the care ecosystem. */
  role: localized(prose(1000)).nullable(),
  initiatives: z.array(Initiative).max(20),
  sources: z.array(ActorSource).max(20),
  contact: ActorContact.nullable(),
  /** Whether the public directory names it, apart from the members. Only what has a source is shown. */
  shown: z.boolean(),
};

const Row = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  acronym: z.string().nullable(),
  sector: Sector,
  country: Country.nullable(),
  region: Region.nullable(),
  website: z.string().nullable(),
  state: ActorState,
  since: Instant,
  shown: z.boolean(),
  initiatives: z.int(),
});
export type ActorRow = z.infer<typeof Row>;

const Step = z.strictObject({ state: ActorState, at: Instant, by: z.string().nullable(), note: z.string().nullable() });
const LinkedMember = z.strictObject({ id: Id, slug: z.string(), name: z.string(), status: OrganizationStatus });

const File = z.strictObject({
  id: Id,
  organizationId: Id,
  slug: z.string(),
  ...facts,
  title: z.string(),
  state: ActorState,
  since: Instant,
  /** The newest first. */
  history: z.array(Step),
  invitedAt: Instant.nullable(),
  /** Not invited again before; null where nothing keeps it from being invited now. */
  inviteFrom: Instant.nullable(),
  /** That the last invitation came back, while its address is the one known. */
  undelivered: Undelivered.nullable(),
  /** Since when it wants no more mails. */
  stoppedAt: Instant.nullable(),
  member: LinkedMember.nullable(),
  application: z.strictObject({ id: Id, status: ApplicationStatus }).nullable(),
  /** Organisations of the same name, acronym or web domain. */
  alike: Likenesses.shape.organizations,
  version: z.int(),
});
export type ActorFile = z.infer<typeof File>;

const filters = {
  q: z.string().trim().max(100).default(''),
  state: repeated(ActorState),
  sector: repeated(Sector),
  country: repeated(Country),
};

const reading = { access: { permission: 'organizations:read' } } as const;
const writing = { access: { permission: 'organizations:maintain' } } as const;

export const listActors = defineOperation({
  ...reading,
  id: 'membership.actors.list',
  summary: 'Organisations that are not members, by name, with how many of each state, sector and country',
  method: 'GET',
  path: '/{network}/actors',
  input: z.strictObject({ ...filters, ...page }),
  output: listOf(Row).extend({
    total: z.int(),
    /** Each counts under all filters but its own. */
    facets: z.strictObject({ state: z.array(FacetValue), sector: z.array(FacetValue), country: z.array(FacetValue) }),
  }),
  example: { given: 'actor', input: { state: ['identified'] } },
});

const byId = { id: Id };

export const getActor = defineOperation({
  ...reading,
  id: 'membership.actors.get',
  summary: 'All that the secretariat knows of an actor: facts with their sources, contact, steps, who is alike',
  method: 'GET',
  path: '/{network}/actors/{id}',
  input: z.strictObject(byId),
  output: File,
  errors: [notFound],
  example: { given: 'actor', input: { id: '{actorId}' } },
});

const saidOf = (name: string) => ({
  name: { original: 'es', es: name },
  acronym: null,
  sector: 'academia',
  country: 'CL',
  region: null,
  website: 'https://observatorio.example.org/',
  role: { original: 'es', es: 'Mide el tiempo dedicado a cuidar (ficticio).' },
  initiatives: [{ title: 'Encuesta de uso del tiempo', year: 2024, url: null, source: null }],
  sources: [{ title: 'Directorio ficticio', url: null, tells: ['name', 'role'] }],
  contact: { name: null, office: 'Dirección', email: 'direccion@observatorio.example.org', language: 'es' },
  shown: false,
});

export const addActor = defineOperation({
  ...writing,
  id: 'membership.actors.add',
  summary: 'Enter an organisation that is no member on the map of actors',
  method: 'POST',
  path: '/{network}/actors',
  input: z.strictObject(facts),
  output: File,
  errors: [taken],
  once: true,
  example: { input: saidOf('Observatorio Ejemplo del Tiempo (ficticio)') },
});

export const editActor = defineOperation({
  ...writing,
  id: 'membership.actors.edit',
  summary: 'Say otherwise what an actor is and does, where that is told, and whom to write to',
  method: 'PUT',
  path: '/{network}/actors/{id}',
  input: z.strictObject({ ...byId, ...facts, wasCalled: z.boolean().default(false) }), // really, and not misspelt: it stays a former name
  output: File,
  errors: [notFound, isMember, taken],
  edits: true,
  example: { given: 'actor', input: { id: '{actorId}', ...saidOf('{actorName}') } },
});

/** Steps that the secretariat notes by itself; the others follow from what happens. */
export const notedStates = ['contacted', 'not-interested'] as const;

export const moveActor = defineOperation({
  ...writing,
  id: 'membership.actors.move',
  summary: 'Note that an actor was spoken to, or does not want to take part',
  method: 'POST',
  path: '/{network}/actors/{id}/move',
  input: z.strictObject({ ...byId, to: z.enum(notedStates), note: prose(1000).nullable() }),
  output: File,
  errors: [notFound, isMember],
  edits: true,
  example: { given: 'actor', input: { id: '{actorId}', to: 'contacted', note: 'Conversación en el foro regional.' } },
});

export const inviteActor = defineOperation({
  ...writing,
  id: 'membership.actors.invite',
  summary: 'Invite an actor to apply, by mail; not twice in 30 days, and never who wants no more mails',
  method: 'POST',
  path: '/{network}/actors/{id}/invite',
  input: z.strictObject(byId),
  output: File,
  errors: Object.values(actorErrors),
  edits: true,
  once: true,
  example: { given: 'actor', input: { id: '{actorId}' } },
});

export const recognizeActor = defineOperation({
  ...writing,
  id: 'membership.actors.recognize',
  summary: 'Say that an actor is a member of the network under another name',
  method: 'POST',
  path: '/{network}/actors/{id}/recognize',
  input: z.strictObject({ ...byId, organizationId: Id }),
  output: File,
  errors: [notFound, isMember, organizationErrors['organization-not-found']],
  edits: true,
  example: { given: 'actor-and-member', input: { id: '{actorId}', organizationId: '{organizationId}' } },
});

export const exportActors = defineOperation({
  ...reading,
  id: 'membership.actors.export',
  summary: 'Take the actors that a filter finds as a spreadsheet, without their contacts',
  method: 'POST',
  path: '/{network}/actors/export',
  reads: true,
  input: z.strictObject({ ...filters, format: z.enum(['xlsx', 'csv']) }),
  output: Ticket,
  example: { given: 'actor', input: { format: 'csv' } },
});

/** What an application begins with when it follows an invitation. */
const Invited = z.strictObject({
  organization: z.string(),
  acronym: z.string().nullable(),
  sector: Sector,
  country: Country.nullable(),
  website: z.string().nullable(),
  stopped: z.boolean(),
  member: z.boolean(),
});
export type InvitedActor = z.infer<typeof Invited>;

const byLink = { method: 'POST', access: 'link', input: z.strictObject({ secret: Secret }) } as const;

export const openActorInvitation = defineOperation({
  ...byLink,
  id: 'membership.actors.open-invitation',
  summary: 'What the link of an invitation to apply knows of who was invited',
  path: '/{network}/actor-invitations/open',
  output: Invited,
  example: { given: 'invited-actor', input: { secret: '{actorSecret}' } },
});

export const stopActorMails = defineOperation({
  ...byLink,
  id: 'membership.actors.stop',
  summary: 'Ask by the link of an invitation not to be written to again',
  path: '/{network}/actor-invitations/stop',
  output: Done,
  example: { given: 'invited-actor', input: { secret: '{actorSecret}' } },
});

/** `note`: what was said at a step, where somebody wrote it down. */
const state = z.object({ name: localized(z.string()), state: ActorState, note: z.string().nullable() });
const happened = <const V extends string>(verb: V) =>
  defineEvent({ subject: `ev.membership.actor.${verb}.v1`, data: state, freeText: ['note'] });

export const actorAdded = happened('added');
export const actorEdited = happened('edited');
export const actorMoved = happened('moved');
export const actorInvited = happened('invited');
export const actorStopped = happened('stopped');
