import type { PortalLanguage } from '@alianza/contracts/shapes';
import { InstantKey } from '@alianza/platform/data/cursors';
import { z } from 'zod';
import { firstId, keysAfter, lastId, lastInstant, type Keys } from '../../data/cursor-keys.js';
import { facetNames, type Hit, type Wanted } from '../practice-index.js';

export type Row = Hit & { id: string; publishedAt: Date; sorting: string };

/** Behind network, filters and limit. */
export const firstKey = 3 + facetNames.length;
const key = (index: number) => `$${String(firstKey + index)}`;

/** From `firstKey` on stand the sort keys of the last row read. */
interface Ordering {
  readonly columns: string;
  readonly after: string;
  readonly by: string;
  readonly keys: (cursor: string | undefined) => Keys;
  /** Those of the row after which the next page begins; null where no page may follow. */
  readonly keysOf: (row: Row, keys: Keys, limit: number) => Keys | null;
}

const id = z.guid();

/** By its last publication. */
const latest: Ordering = {
  columns: 'published_at as "publishedAt"',
  after: `and (published_at, practice_id) < (${key(0)}::timestamptz, ${key(1)}::uuid)`,
  by: 'order by published_at desc, practice_id desc',
  keys: (cursor) => keysAfter(cursor, z.tuple([InstantKey, id]), [lastInstant, lastId]),
  keysOf: (row) => [row.publishedAt.toISOString(), row.id],
};

/** By its first publication: a new version of a record makes it no new one. */
const newest: Ordering = {
  columns: 'first_published_at as "publishedAt"',
  after: `and (first_published_at, practice_id) < (${key(0)}::timestamptz, ${key(1)}::uuid)`,
  by: 'order by first_published_at desc, practice_id desc',
  keys: (cursor) => keysAfter(cursor, z.tuple([InstantKey, id]), [lastInstant, lastId]),
  keysOf: (row) => [row.publishedAt.toISOString(), row.id],
};

const titled = (lang: PortalLanguage): Ordering => ({
  columns: `sorting_${lang} as sorting`,
  after: `and (sorting_${lang}, practice_id) > (${key(0)}::text, ${key(1)}::uuid)`,
  by: `order by sorting_${lang}, practice_id`,
  keys: (cursor) => keysAfter(cursor, z.tuple([z.string().max(50), id]), ['', firstId]),
  keysOf: (row) => [row.sorting, row.id],
});

const deepest = 1000;

/** A rank is computed for each query anew and keeps no place in an index: pages of it are counted, and end after a thousand. */
const ranked: Ordering = {
  columns: 'published_at as "publishedAt"',
  after: '',
  by: `order by rank desc, published_at desc, practice_id desc offset ${key(0)}::int`,
  keys: (cursor) => keysAfter(cursor, z.tuple([z.int().min(0).max(deepest)]), [0]),
  keysOf: (_row, [offset], limit) => (Number(offset) + limit <= deepest ? [Number(offset) + limit] : null),
};

export const orderings = { latest, newest, titled_es: titled('es'), titled_en: titled('en'), ranked } as const;
export type OrderingName = keyof typeof orderings;

export function orderingFor({ sort, words, lang }: Pick<Wanted, 'sort' | 'words' | 'lang'>): OrderingName {
  switch (sort) {
    case 'newest':
      return 'newest';
    case 'changed':
      return 'latest';
    case 'title':
      return `titled_${lang}`;
    case 'relevance':
      return words.length > 0 ? 'ranked' : 'latest';
  }
}
