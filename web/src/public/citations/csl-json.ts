import type { PracticeType } from '@alianza/contracts/vocabularies';
import type { Reference } from './reference.js';

/** Item types of CSL 1.0.2. */
const types: Readonly<Record<PracticeType, string>> = {
  'good-practice': 'webpage',
  publication: 'document',
  evaluation: 'report',
  toolkit: 'document',
  dataset: 'dataset',
  'law-policy': 'legislation',
};

/** CSL-JSON: a list of one item. Organisations are literal names, which no style turns round. */
export function cslJson(reference: Reference): string {
  const { key, type, authors, title, summary, issued, publisher, collection, version, url, lang, keywords, licence } = reference;
  const item = {
    id: key,
    type: types[type],
    author: authors.map((literal) => ({ literal })),
    title,
    abstract: summary,
    issued: { 'date-parts': [issued.split('-').map(Number)] },
    publisher,
    'container-title': collection,
    version,
    URL: url,
    language: lang,
    keyword: keywords.join('; '),
    license: licence,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
