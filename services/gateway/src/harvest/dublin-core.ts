import type { PublicRecord } from '@alianza/contracts/repository/harvest';
import type { Source } from '@alianza/contracts/repository/practices';
import { licenceAddress } from '@alianza/contracts/repository/publication/licences';
import { languages, type Localized } from '@alianza/contracts/shapes';
import type { Text } from '@alianza/texts/text';
import { element, type Xml } from './xml.js';

/** Languages in which the words of the taxonomy are written. */
const languagesSpoken = ['es', 'en'] as const;
export type Spoken = Readonly<Record<(typeof languagesSpoken)[number], Text>>;
const regions = Object.fromEntries(languagesSpoken.map((lang) => [lang, new Intl.DisplayNames(lang, { type: 'region' })]));

const plain = (name: string, text: string) => element(`dc:${name}`, {}, text);
const inLanguage = (name: string, lang: string, text: string) => element(`dc:${name}`, { 'xml:lang': lang }, text);

function inEachLanguage(name: string, content: Localized | null): Xml[] {
  return languages.flatMap((lang) => {
    const text = content?.[lang];
    return text === undefined ? [] : [inLanguage(name, lang, text)];
  });
}

const concepts =
  (spoken: Spoken) =>
  (name: string, area: string, codes: readonly string[]): Xml[] =>
    codes.flatMap((code) => languagesSpoken.map((lang) => inLanguage(name, lang, spoken[lang](`taxonomy.${area}.${code}`))));

const reference = ({ title, publisher }: Source) => (publisher === null ? title : `${title}. ${publisher}`);

function subjects({ content }: PublicRecord, named: ReturnType<typeof concepts>): Xml[] {
  const { fiveRs, populations, sector, priorityAreas = [], sdgTargets } = content;
  return [
    ...named('subject', 'fiveR', fiveRs),
    ...named('subject', 'population', populations),
    ...named('subject', 'sector', sector === null ? [] : [sector]),
    ...named('subject', 'priorityArea', priorityAreas),
    ...sdgTargets.map((target) => plain('subject', `https://metadata.un.org/sdg/${target}`)),
  ];
}

function coverage({ content: { countries, place, startYear, endYear } }: PublicRecord): Xml[] {
  const named = countries.flatMap((code) => languagesSpoken.map((lang) => inLanguage('coverage', lang, regions[lang]?.of(code) ?? code)));
  const years = startYear === null ? [] : [plain('coverage', `${startYear}/${endYear ?? ''}`)];
  return [...named, ...(place === null ? [] : [plain('coverage', place)]), ...years];
}

/**
 * Whoever answers for a record writes it, with the organisations that it names; what the network imported is its own account of what these did,
 * and its words are not put into their mouths.
 */
function authors({ owner, content: { organizations } }: PublicRecord, publisher: string): Xml[] {
  const creators = owner === null ? [publisher] : [owner, ...organizations];
  const contributors = owner === null ? organizations : [];
  const named = (name: string, all: readonly string[]) => [...new Set(all)].map((one) => plain(name, one));
  return [...named('creator', creators), ...named('contributor', contributors)];
}

/** `2026-11-22` */
const civilDay = (instant: string, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(new Date(instant));

/** The licence by its address, for those that collect it; then, in words, who grants it and under which terms it was handed in. */
function rights({ owner, licence, terms }: PublicRecord, { publisher, conditions, zone, spoken }: Setting): Xml[] {
  const said = languagesSpoken.flatMap((lang) => {
    const text = spoken[lang];
    const granted = inLanguage('rights', lang, text('practice.granted', { owner: owner ?? publisher }));
    if (terms === null) return [granted];
    const { version, acceptedAt } = terms;
    return [
      granted,
      inLanguage(
        'rights',
        lang,
        text('practice.termsAt', { version, date: civilDay(acceptedAt, zone), address: `${conditions}/${String(version)}` }),
      ),
    ];
  });
  return [plain('rights', licenceAddress(licence) ?? licence), ...said];
}

/** What a record is called for good, and where it is read. */
interface Setting {
  readonly identifier: string;
  readonly page: string;
  /** Where the terms of publication are read: below it, each version by its number. */
  readonly conditions: string;
  readonly publisher: string;
  /** Where the network is: its days begin there. */
  readonly zone: string;
  readonly spoken: Spoken;
}

const namespaces = {
  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
};

/** A record in unqualified Dublin Core: every translation under its own language, concepts in both that the portal speaks. */
export function dublinCore(record: PublicRecord, setting: Setting): Xml {
  const { identifier, page, publisher, zone, spoken } = setting;
  const named = concepts(spoken);
  const { content, publishedAt } = record;
  const written = languages.filter((lang) => content.title[lang] !== undefined);
  const links = content.sources.flatMap(({ url }) => (url === null ? [] : [plain('relation', url)]));
  return element(
    'oai_dc:dc',
    namespaces,
    inEachLanguage('title', content.title),
    authors(record, publisher),
    subjects(record, named),
    inEachLanguage('description', content.summary),
    inEachLanguage('description', content.results),
    plain('publisher', publisher),
    plain('date', civilDay(publishedAt, zone)),
    named('type', 'practiceType', [content.type]),
    plain('format', 'text/html'),
    plain('identifier', identifier),
    plain('identifier', page),
    content.sources.map((source) => plain('source', reference(source))),
    written.map((lang) => plain('language', lang)),
    links,
    coverage(record),
    rights(record, setting),
  );
}
