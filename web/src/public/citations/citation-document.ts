import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { Document, NetworkVisit } from '../visit.js';
import { referenceOf, type Cited } from './reference.js';
import type { CitationStyle } from './styles.js';

const utf8 = (type: string) => (type.endsWith('json') ? type : `${type}; charset=utf-8`);

/** A record's citation as a file: downloaded from its own address, read in place where it was asked for by `Accept`. */
export function citationDocument(
  practice: PublishedPractice,
  visit: NetworkVisit,
  { style, download, cited = 'record' }: { style: CitationStyle; download: boolean; cited?: Cited },
): Document {
  const { types, extension } = style;
  const isText = download && extension === null;
  return {
    type: utf8(isText ? 'text/plain' : types[0]),
    body: style.write(referenceOf(practice, visit, cited), visit.text),
    ...(download &&
      extension !== null && { name: `${practice.slug}${cited === 'version' ? `-v${String(practice.version)}` : ''}.${extension}` }),
  };
}
