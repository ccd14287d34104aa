import type { PublishedPractice, Source } from '@alianza/contracts/repository/practices';
import type { PracticeType } from '@alianza/contracts/vocabularies';
import { countryName } from '../../shared/format/names.js';
import { keywordsOf, type Keyword } from '../citations/keywords.js';
import { authorsOf, persistentAddress } from '../citations/reference.js';
import { licenceAddress } from '@alianza/contracts/repository/publication/licences';
import type { NetworkVisit } from '../visit.js';
import { mediaOf } from './record-media.js';

/** schema.org's nearest type for each kind of record. */
export const schemaTypes: Readonly<Record<PracticeType, string>> = {
  'good-practice': 'Article',
  publication: 'CreativeWork',
  evaluation: 'Report',
  toolkit: 'LearningResource',
  dataset: 'Dataset',
  'law-policy': 'Legislation',
};

const cited = ({ title, url, publisher }: Source) => ({
  '@type': 'CreativeWork',
  name: title,
  ...(url !== null && { url }),
  ...(publisher !== null && { publisher: { '@type': 'Organization', name: publisher } }),
});

const place = (lang: string) => (code: string) => ({
  '@type': 'Country',
  name: countryName(lang, code),
  identifier: code,
});

/** "2019/2021", "2019/..": ISO 8601 as schema.org wants a period. */
function period({ startYear, endYear }: PublishedPractice): string | undefined {
  if (startYear === null) return undefined;
  if (endYear === startYear) return String(startYear);
  return `${String(startYear)}/${endYear === null ? '..' : String(endYear)}`;
}

/** The network's own words stand in its own set; the targets of the SDGs in that of the United Nations. */
const term =
  (set: string) =>
  ({ set: of, code, name }: Keyword) => ({
    '@type': 'DefinedTerm',
    name,
    termCode: of === 'sdg' ? code : `${of}:${code}`,
    inDefinedTermSet: of === 'sdg' ? 'https://metadata.un.org/sdg' : set,
    ...(of === 'sdg' && { url: `https://metadata.un.org/sdg/${code}` }),
  });

/** What a law binds and a data set belongs to. */
function ofItsType({ type, countries }: PublishedPractice, lang: string, catalog: object): object {
  if (type === 'dataset') return { includedInDataCatalog: { ...catalog, '@type': 'DataCatalog' } };
  return type === 'law-policy' && countries.length > 0 ? { legislationJurisdiction: countries.map(place(lang)) } : {};
}

/** Under which version of the network's terms it was handed in. */
function termsOf({ terms }: PublishedPractice, { origin, text, addressOf }: NetworkVisit): object {
  if (terms === null) return {};
  const version = String(terms.version);
  const url = origin + addressOf(`condiciones/${version}`);
  return { usageInfo: { '@type': 'CreativeWork', name: text('practice.terms', { version }), version, url } };
}

/** The record as schema.org data. What it does not say is left out. */
export function practiceData(practice: PublishedPractice, visit: NetworkVisit): object {
  const { network, origin, lang, text, addressOf } = visit;
  const url = `${origin}${addressOf(`practicas/${practice.slug}`)}`;
  const publisher = { '@type': 'Organization', name: network.name, url: origin + addressOf() };
  const all = { '@type': 'Collection', name: text('practice.collection', { network: network.name }), url: origin + addressOf('practicas') };
  const byNetwork = practice.owner === null;
  const authors = authorsOf(practice, visit).map((name) => (byNetwork ? publisher : { '@type': 'Organization', name }));
  const keywords = keywordsOf(practice, text).map(term(all.url));
  const citation = practice.sources.map(cited);
  return {
    '@context': 'https://schema.org',
    '@type': schemaTypes[practice.type],
    '@id': persistentAddress(practice, visit),
    identifier: persistentAddress(practice, visit),
    url,
    mainEntityOfPage: url,
    name: practice.title,
    headline: practice.title.slice(0, 110),
    description: practice.summary,
    inLanguage: practice.languages.title ?? lang,
    datePublished: practice.publishedAt,
    version: String(practice.version),
    license: licenceAddress(practice.licence) ?? practice.licence,
    copyrightHolder: authors[0],
    ...termsOf(practice, visit),
    isAccessibleForFree: true,
    publisher,
    author: authors.length === 1 ? authors[0] : authors,
    isPartOf: all,
    ...(byNetwork &&
      practice.organizations.length > 0 && { mentions: practice.organizations.map((name) => ({ '@type': 'Organization', name })) }),
    ...(keywords.length > 0 && { keywords }),
    ...(practice.countries.length > 0 && { spatialCoverage: practice.countries.map(place(lang)) }),
    temporalCoverage: period(practice),
    ...mediaOf(practice, visit),
    ...(citation.length > 0 && { citation }),
    ...ofItsType(practice, lang, all),
  };
}
