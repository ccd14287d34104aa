import { OaiError } from './oai-error.js';
import { spanOf, type Span } from './oai-instants.js';

export const verbs = ['Identify', 'ListMetadataFormats', 'ListSets', 'GetRecord', 'ListIdentifiers', 'ListRecords'] as const;
export type Verb = (typeof verbs)[number];

interface Arguments {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Instead of all others. */
  readonly exclusive?: string;
}

const list: Arguments = { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], exclusive: 'resumptionToken' };
const taken: Readonly<Record<Verb, Arguments>> = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: [], exclusive: 'resumptionToken' },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
  ListIdentifiers: list,
  ListRecords: list,
};

export type Given = Readonly<Record<string, string>>;

/** What was asked, and understood. */
export interface OaiRequest {
  readonly verb: Verb;
  readonly given: Given;
  readonly span: Span;
}

/** How the protocol writes names of formats and sets. */
const written: Readonly<Record<string, RegExp>> = { metadataPrefix: /^[\w.!~*'()-]+$/, set: /^[\w.!~*'()-]+(?::[\w.!~*'()-]+)*$/ };

const isVerb = (text: string | undefined): text is Verb => verbs.some((verb) => verb === text);

function verbOf(sent: URLSearchParams): Verb {
  const [verb, ...more] = sent.getAll('verb');
  if (more.length > 0) throw new OaiError('badVerb', 'verb is repeated');
  if (!isVerb(verb)) throw new OaiError('badVerb', `verb is one of ${verbs.join(', ')}`);
  return verb;
}

/** Parameters of the address or of a form as what the protocol knows. */
export function readRequest(sent: URLSearchParams): OaiRequest {
  const verb = verbOf(sent);
  const { required, optional, exclusive } = taken[verb];
  const given: Record<string, string> = {};
  for (const [name, value] of sent) {
    if (name === 'verb') continue;
    const known = name === exclusive || required.includes(name) || optional.includes(name);
    if (!known) throw new OaiError('badArgument', `${verb} takes no ${name}`);
    if (Object.hasOwn(given, name)) throw new OaiError('badArgument', `${name} is repeated`);
    if (written[name]?.test(value) === false) throw new OaiError('badArgument', `${name} is not written like that`);
    given[name] = value;
  }
  if (exclusive !== undefined && Object.hasOwn(given, exclusive)) {
    if (Object.keys(given).length > 1) throw new OaiError('badArgument', `${exclusive} stands alone`);
    return { verb, given, span: {} };
  }
  for (const name of required) if (given[name] === undefined) throw new OaiError('badArgument', `${name} is missing`);
  return { verb, given, span: spanOf(given.from, given.until) };
}
