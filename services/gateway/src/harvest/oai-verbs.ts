import { DomainError } from '@alianza/contracts/errors';
import { getChange, listChanges, type Change } from '@alianza/contracts/repository/harvest';
import { baseAddress, headerOf, idIn, recordOf, type Repository } from './oai-answer.js';
import { OaiError } from './oai-error.js';
import { inSeconds } from './oai-instants.js';
import type { OaiRequest, Verb } from './oai-request.js';
import { setSpecs, wantedIn } from './oai-sets.js';
import type { OaiTokens, TokenState } from './oai-token.js';
import type { Ask } from './public-reading.js';
import { element, type Xml } from './xml.js';

export interface Setting {
  readonly repository: Repository;
  readonly ask: Ask;
  readonly tokens: OaiTokens;
  readonly contact: string;
}

interface Answer {
  /** Up to which instant it knows of every change; now, where it lists none. */
  readonly at?: string;
  readonly content: readonly Xml[];
}

const prefix = 'oai_dc';
/** Records, and headers alone, in one part of a list. */
const [mostRecords, mostHeaders] = [50, 100];

const format = element(
  'metadataFormat',
  {},
  element('metadataPrefix', {}, prefix),
  element('schema', {}, 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd'),
  element('metadataNamespace', {}, 'http://www.openarchives.org/OAI/2.0/oai_dc/'),
);

async function identify(_request: OaiRequest, { repository, ask, contact }: Setting): Promise<Answer> {
  const { items, at } = await ask(listChanges, { records: 'no', limit: 1 });
  const said: Record<string, string> = {
    repositoryName: repository.name,
    baseURL: baseAddress(repository),
    protocolVersion: '2.0',
    adminEmail: contact,
    earliestDatestamp: inSeconds(items[0]?.changedAt ?? at), // changes only move later
    deletedRecord: 'persistent',
    granularity: 'YYYY-MM-DDThh:mm:ssZ',
  };
  return { content: Object.entries(said).map(([name, text]) => element(name, {}, text)) };
}

async function changeNamed(identifier: string, { repository, ask }: Setting): Promise<Change> {
  const unknown = new OaiError('idDoesNotExist', 'there is no such record here');
  const id = idIn(repository, identifier);
  if (id === null) throw unknown;
  return ask(getChange, { id }).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'practice-not-found' ? unknown : error;
  });
}

async function formats({ given }: OaiRequest, setting: Setting): Promise<Answer> {
  if (given.identifier !== undefined) await changeNamed(given.identifier, setting);
  return { content: [format] };
}

function sets({ given }: OaiRequest, { repository }: Setting): Promise<Answer> {
  if (given.resumptionToken !== undefined) throw new OaiError('badResumptionToken', 'the list of sets is given whole');
  const text = repository.spoken.en;
  const named = setSpecs.map((spec) => {
    const [kind, value = ''] = spec.split(':');
    const name = text(`taxonomy.${kind === 'type' ? 'practiceType' : 'fiveR'}.${value}`);
    return element('set', {}, element('setSpec', {}, spec), element('setName', {}, name));
  });
  return Promise.resolve({ content: named });
}

function expectFormat(asked: string | undefined): void {
  if (asked !== prefix) throw new OaiError('cannotDisseminateFormat', `records are given as ${prefix}`);
}

async function record({ given }: OaiRequest, setting: Setting): Promise<Answer> {
  const change = await changeNamed(given.identifier ?? '', setting);
  expectFormat(given.metadataPrefix);
  return { content: [recordOf(change, setting.repository)] };
}

type Listing = Omit<TokenState, 'cursor'> & { readonly cursor?: string };

function listingOf(verb: TokenState['verb'], { given, span }: OaiRequest, { repository, tokens }: Setting): Listing {
  if (given.resumptionToken !== undefined) return tokens.read(repository.code, verb, given.resumptionToken);
  expectFormat(given.metadataPrefix);
  return { verb, ...span, ...(given.set !== undefined && { set: given.set }), told: 0 };
}

/** The last part of a list that had several says so by a token without text. */
function tokenAfter(listing: Listing, told: number, next: string | null, { repository, tokens }: Setting): Xml | null {
  const attributes = { cursor: String(listing.told) };
  if (next !== null)
    return element('resumptionToken', attributes, tokens.write(repository.code, { ...listing, cursor: next, told: listing.told + told }));
  return listing.cursor === undefined ? null : element('resumptionToken', attributes);
}

const list =
  (verb: TokenState['verb']) =>
  async (request: OaiRequest, setting: Setting): Promise<Answer> => {
    const listing = listingOf(verb, request, setting);
    const { from, before, set, cursor } = listing;
    const whole = verb === 'ListRecords';
    const how = whole ? { records: 'yes', limit: mostRecords } : { records: 'no', limit: mostHeaders };
    const asked = { from, before, cursor, ...wantedIn(set), ...how };
    const { items, nextCursor, at } = await setting.ask(listChanges, asked);
    if (items.length === 0) throw new OaiError('noRecordsMatch', 'nothing was published, changed or withdrawn like that');
    const write = whole ? recordOf : headerOf;
    const token = tokenAfter(listing, items.length, nextCursor, setting);
    return { at, content: [...items.map((item) => write(item, setting.repository)), ...(token === null ? [] : [token])] };
  };

/** What each verb answers. */
export const verbAnswers: Readonly<Record<Verb, (request: OaiRequest, setting: Setting) => Promise<Answer>>> = {
  Identify: identify,
  ListMetadataFormats: formats,
  ListSets: sets,
  GetRecord: record,
  ListIdentifiers: list('ListIdentifiers'),
  ListRecords: list('ListRecords'),
};
