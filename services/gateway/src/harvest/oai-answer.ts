import type { Change } from '@alianza/contracts/repository/harvest';
import { dublinCore, type Spoken } from './dublin-core.js';
import type { OaiError } from './oai-error.js';
import { inSeconds } from './oai-instants.js';
import type { Given, Verb } from './oai-request.js';
import { setsOf } from './oai-sets.js';
import { document, element, type Xml } from './xml.js';

/** The repository of a network, as harvesters know it. */
export interface Repository {
  readonly origin: string;
  readonly code: string;
  readonly name: string;
  readonly zone: string;
  /** What the network says in each language of the portal. */
  readonly spoken: Spoken;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const prefixOf = ({ origin, code }: Repository) => `oai:${new URL(origin).hostname}:${code}/`;

export const baseAddress = ({ origin, code }: Repository): string => `${origin}/oai/${code}`;

/** The id behind an identifier of ours; null for any other. */
export function idIn(repository: Repository, identifier: string): string | null {
  const prefix = prefixOf(repository);
  const id = identifier.slice(prefix.length);
  return identifier.startsWith(prefix) && uuid.test(id) ? id : null;
}

export const headerOf = (change: Change, repository: Repository): Xml =>
  element(
    'header',
    { status: change.record === null && change.deleted ? 'deleted' : null },
    element('identifier', {}, prefixOf(repository) + change.id),
    element('datestamp', {}, inSeconds(change.changedAt)),
    setsOf(change).map((set) => element('setSpec', {}, set)),
  );

/** A deleted record is its header alone. */
export function recordOf(change: Change, repository: Repository): Xml {
  const { record } = change;
  const { origin, code, name, zone, spoken } = repository;
  const at = `${origin}/${code}`;
  const addresses = record && {
    identifier: `${at}/id/${record.id}`,
    page: `${at}/practicas/${record.slug}`,
    conditions: `${at}/condiciones`,
  };
  const metadata = record && addresses && dublinCore(record, { ...addresses, publisher: name, zone, spoken });
  return element('record', {}, headerOf(change, repository), metadata && element('metadata', {}, metadata));
}

const root = {
  xmlns: 'http://www.openarchives.org/OAI/2.0/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
};

interface Asked {
  readonly verb?: Verb | undefined;
  readonly given?: Given | undefined;
}

const envelope = (at: string, repository: Repository, { verb, given = {} }: Asked, content: Xml): string =>
  document(
    element(
      'OAI-PMH',
      root,
      element('responseDate', {}, inSeconds(at)),
      element('request', { verb, ...given }, baseAddress(repository)),
      content,
    ),
  );

/** `at`: whatever changes after it is told by an answer of a later date. */
export const answered = (at: string, repository: Repository, asked: Required<Asked> & { verb: Verb }, content: readonly Xml[]): string =>
  envelope(at, repository, asked, element(asked.verb, {}, content));

/** All that an address may be written with (RFC 3986), and so an identifier. */
const address = /^[\w:/?#[\]@!$&'()*+,;=.~%-]*$/;

/** What was not understood is not repeated, nor an identifier that could be none. */
export function refused(at: string, repository: Repository, { verb, given = {} }: Asked, { code, message }: OaiError): string {
  const sayable = Object.fromEntries(Object.entries(given).filter(([name, value]) => name !== 'identifier' || address.test(value)));
  const repeated = code === 'badVerb' || code === 'badArgument' ? {} : { verb, given: sayable };
  return envelope(at, repository, repeated, element('error', { code }, message));
}
