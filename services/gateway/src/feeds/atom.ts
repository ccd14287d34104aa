import type { PracticeType } from '@alianza/contracts/vocabularies';
import type { Text } from '@alianza/texts/text';
import { document, element } from '../harvest/xml.js';

export interface FeedEntry {
  readonly id: string;
  readonly slug: string;
  readonly type: PracticeType;
  readonly title: string;
  readonly summary: string;
  /** Languages of the fields that are in another one than the feed. */
  readonly languages: Readonly<Record<string, string>>;
  readonly owner: string | null;
  readonly publishedAt: string;
  readonly changedAt: string;
}

export interface Feed {
  /** Of the network, in the language of the feed, and with that language: `https://…/agc/en`. */
  readonly home: string;
  /** Of the network alone, below which identifiers stand. */
  readonly network: string;
  readonly name: string;
  readonly title: string;
  /** What was asked, with its question mark, or empty. */
  readonly search: string;
  readonly entries: readonly FeedEntry[];
}

/** Before anything was published. */
const never = '1970-01-01T00:00:00Z';

export const lastOf = (entries: readonly FeedEntry[]): string | null =>
  entries.reduce<string | null>((last, { changedAt }) => (last === null || changedAt > last ? changedAt : last), null);

function entryOf(entry: FeedEntry, { home, network }: Feed, text: Text) {
  const { id, slug, type, title, summary, languages, owner, publishedAt, changedAt } = entry;
  return element(
    'entry',
    {},
    element('id', {}, `${network}/id/${id}`),
    element('title', { 'xml:lang': languages.title }, title),
    element('updated', {}, changedAt),
    element('published', {}, publishedAt),
    owner === null ? null : element('author', {}, element('name', {}, owner)),
    element('link', { rel: 'alternate', type: 'text/html', href: `${home}/practicas/${slug}` }),
    element('category', { term: type, label: text(`taxonomy.practiceType.${type}`) }),
    element('summary', { 'xml:lang': languages.summary }, summary),
  );
}

/** A search as a feed (RFC 4287): the same every time, until what it finds changes. */
export function atom(feed: Feed, text: Text): string {
  const { home, name, title, search, entries } = feed;
  const self = `${home}/practicas.atom${search}`;
  return document(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': text.lang },
      element('id', {}, self),
      element('title', {}, title),
      element('updated', {}, lastOf(entries) ?? never),
      element('author', {}, element('name', {}, name), element('uri', {}, feed.network)),
      element('rights', {}, text('openData.feed.rights')),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: `${home}/practicas${search}` }),
      entries.map((entry) => entryOf(entry, feed, text)),
    ),
  );
}
