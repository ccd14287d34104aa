import type { FiveR, PracticeType } from '@alianza/contracts/vocabularies';
import { arms } from '../../shared/mark/five-rs.js';

/** Filters and order join the search field's form by this id, so that one form carries the whole search. */
export const formId = 'buscar';

export const facetNames = ['fiveR', 'type', 'country'] as const;
export type FacetName = (typeof facetNames)[number];
export const sorts = ['relevance', 'newest', 'title'] as const;
export type Sort = (typeof sorts)[number];

/** A search as its address says it. */
export interface SearchQuery {
  readonly q: string;
  readonly fiveR: readonly FiveR[];
  readonly type: readonly PracticeType[];
  readonly country: readonly string[];
  /** Null where the address leaves it to us: by relevance with words, the newest first without. */
  readonly sort: Sort | null;
  readonly cursor: string | null;
}

const types = ['good-practice', 'law-policy', 'publication', 'evaluation', 'toolkit', 'dataset'] as const satisfies readonly PracticeType[];

function among<T extends string>(known: readonly T[], given: readonly string[]): T[] {
  return known.filter((value) => given.includes(value));
}

/** What is not understood is left out: an address that someone shortened or mistyped still shows something. */
export function readSearch(params: URLSearchParams): SearchQuery {
  const countries = params.getAll('country').filter((code) => /^[A-Z]{2}$/.test(code));
  return {
    q: (params.get('q') ?? '').trim().slice(0, 200),
    fiveR: among(arms, params.getAll('fiveR')),
    type: among(types, params.getAll('type')),
    country: [...new Set(countries)].slice(0, 50),
    sort: sorts.find((sort) => sort === params.get('sort')) ?? null,
    cursor: params.get('cursor')?.slice(0, 300) ?? null,
  };
}

/** The inverse, with its question mark: empty where nothing is asked. */
export function writeSearch(query: Partial<SearchQuery>): string {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  for (const facet of facetNames) for (const value of query[facet] ?? []) params.append(facet, value);
  if (query.sort) params.set('sort', query.sort);
  if (query.cursor) params.set('cursor', query.cursor);
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
}

/** Words make relevance the order one expects; without them it means nothing. */
export const usualSort = ({ q }: Pick<SearchQuery, 'q'>): Sort => (q === '' ? 'newest' : 'relevance');

export const sortOf = (query: SearchQuery): Sort =>
  query.sort === null || (query.sort === 'relevance' && query.q === '') ? usualSort(query) : query.sort;

export interface Filter {
  readonly facet: FacetName;
  readonly value: string;
}

export const filtersOf = (query: SearchQuery): Filter[] => facetNames.flatMap((facet) => query[facet].map((value) => ({ facet, value })));

/** The same search without one of its filters, from its beginning. */
export const withoutFilter = (query: SearchQuery, { facet, value }: Filter): SearchQuery => ({
  ...query,
  cursor: null,
  [facet]: query[facet].filter((one) => one !== value),
});

export const withoutFilters = (query: SearchQuery): SearchQuery => ({ ...query, fiveR: [], type: [], country: [], cursor: null });
