import { fiveRs, levels, practiceTypes } from '@alianza/contracts/taxonomy';
import type { FiveR, Level, PracticeType } from '@alianza/contracts/vocabularies';

/** Filters and order join the search field's form by this id, so that one form carries the whole search. */
export const formId = 'buscar';

const among =
  (known: readonly string[]) =>
  (value: string): boolean =>
    known.includes(value);

/** Of a scheme that each network edits. */
const isConcept = (value: string): boolean => value.length > 1 && value.length <= 60 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);

/** Facets in the order in which they stand beside the list, and what a value of each looks like. */
const understood = {
  fiveR: among(fiveRs),
  type: among(practiceTypes),
  country: (value: string) => /^[A-Z]{2}$/.test(value),
  level: among(levels),
  population: isConcept,
  priorityArea: isConcept,
  sector: isConcept,
  sdg: (value: string) => /^(?:[1-9]|1[0-7])$/.test(value),
  language: (value: string) => /^[a-z]{2,3}$/.test(value),
  year: (value: string) => /^\d{4}$/.test(value),
};
export type FacetName = keyof typeof understood;
const facetNames = Object.keys(understood) as readonly FacetName[];
export const sorts = ['relevance', 'newest', 'title'] as const;
export type Sort = (typeof sorts)[number];

interface Values {
  fiveR: FiveR;
  type: PracticeType;
  country: string;
  level: Level;
  population: string;
  priorityArea: string;
  sector: string;
  sdg: string;
  language: string;
  year: string;
}
export type Filters = { readonly [F in FacetName]: readonly Values[F][] };

/** A search as its address says it. */
export interface SearchQuery extends Filters {
  readonly q: string;
  /** Null where the address leaves it to us: by relevance with words, the newest first without. */
  readonly sort: Sort | null;
  /** These words as they are written, whatever sounds alike: the address repeats them, so that it holds of no others. */
  readonly exact: boolean;
  readonly cursor: string | null;
}

const wordsOf = (params: URLSearchParams, name: 'q' | 'exact'): string => (params.get(name) ?? '').trim().slice(0, 200);

/** What is not understood is left out: an address that someone shortened or mistyped still shows something. */
export function readSearch(params: URLSearchParams): SearchQuery {
  const filters = facetNames.map((facet) => [facet, chosen(facet, params.getAll(facet))]);
  const q = wordsOf(params, 'q');
  return {
    ...(Object.fromEntries(filters) as Filters),
    q,
    sort: sorts.find((sort) => sort === params.get('sort')) ?? null,
    exact: q !== '' && wordsOf(params, 'exact') === q,
    cursor: params.get('cursor')?.slice(0, 300) ?? null,
  };
}

const mostValues = 50;

const chosen = (facet: FacetName, given: readonly string[]): string[] =>
  [...new Set(given.filter((value) => understood[facet](value)))].slice(0, mostValues);

/** No filter at all. */
const unfiltered = Object.fromEntries(facetNames.map((facet) => [facet, []])) as unknown as Filters;

/** The inverse, with its question mark: empty where nothing is asked. */
export function writeSearch(query: Partial<SearchQuery>): string {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  for (const facet of facetNames) for (const value of query[facet] ?? []) params.append(facet, value);
  if (query.sort) params.set('sort', query.sort);
  if (query.q && query.exact) params.set('exact', query.q);
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

/** Only the filters of a search, as it is asked. */
export const filtersIn = (query: SearchQuery) =>
  Object.fromEntries(facetNames.map((facet) => [facet, [...query[facet]]])) as { [F in FacetName]: Values[F][] };

/** The same search without one of its filters, from its beginning. */
export const withoutFilter = (query: SearchQuery, { facet, value }: Filter): SearchQuery => ({
  ...query,
  cursor: null,
  [facet]: query[facet].filter((one) => one !== value),
});

export const withoutFilters = (query: SearchQuery): SearchQuery => ({ ...query, ...unfiltered, cursor: null });
