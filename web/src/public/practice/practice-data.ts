import type { PublishedPractice, Source } from '@alianza/contracts/repository/practices';
import type { PracticeType } from '@alianza/contracts/vocabularies';
import { countryName } from '../../shared/format/names.js';
import type { NetworkVisit } from '../visit.js';
import { licenceAddress } from './licence.js';

/** schema.org's nearest type for each kind of record. */
const types: Readonly<Record<PracticeType, string>> = {
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

/** The record as schema.org data. What it does not say is left out. */
export function practiceData(practice: PublishedPractice, { network, origin, lang, addressOf }: NetworkVisit): object {
  const url = `${origin}${addressOf(`practicas/${practice.slug}`)}`;
  const publisher = { '@type': 'Organization', name: network.name, url: origin + addressOf() };
  return {
    '@context': 'https://schema.org',
    '@type': types[practice.type],
    '@id': url,
    identifier: practice.id,
    url,
    mainEntityOfPage: url,
    name: practice.title,
    headline: practice.title.slice(0, 110),
    description: practice.summary,
    inLanguage: practice.languages.title ?? lang,
    datePublished: practice.publishedAt,
    version: String(practice.version),
    license: licenceAddress(practice.licence) ?? practice.licence,
    publisher,
    author: practice.owner === null ? publisher : { '@type': 'Organization', name: practice.owner },
    ...(practice.countries.length > 0 && { spatialCoverage: practice.countries.map(place(lang)) }),
    temporalCoverage: period(practice),
    ...(practice.sources.length > 0 && { citation: practice.sources.map(cited) }),
  };
}
