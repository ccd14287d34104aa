import type { MultiSearchQuery } from 'meilisearch';
import { z } from 'zod';
import { facetNames, type Count, type FacetName, type Filters, type Wanted } from '../practice-index.js';
import { mostCounted } from './settings.js';

/** Words for the engine, and whether all of them must be there; `frequency`: the most frequent ones need not. */
export interface Question {
  readonly q: string;
  readonly strategy: 'all' | 'frequency';
}

type Query = MultiSearchQuery;
type Part = Omit<Query, 'indexUid' | 'q' | 'matchingStrategy'>;

const anyOf = (name: string, values: readonly string[]): string[] => values.map((value) => `${name} = ${JSON.stringify(value)}`);

/** Any value of one facet will do, each facet must be met; the network always. */
function filterOf(network: string, filters: Filters, without?: FacetName): string[][] {
  const met = facetNames.filter((name) => name !== without && filters[name].length > 0).map((name) => anyOf(name, filters[name]));
  return [anyOf('network', [network]), ...met];
}

const orders: Record<Wanted['sort'], (lang: Wanted['lang']) => string[]> = {
  relevance: () => [],
  newest: () => ['firstPublishedAt:desc', 'id:desc'],
  changed: () => ['publishedAt:desc', 'id:desc'],
  title: (lang) => [lang === 'en' ? 'sortingEn:asc' : 'sortingEs:asc', 'id:asc'],
};

/** Without words, what is relevant is what came last. */
const orderOf = ({ sort, words, lang }: Wanted): string[] => orders[sort === 'relevance' && words.length === 0 ? 'changed' : sort](lang);

const chosen = (wanted: Filters): FacetName[] => facetNames.filter((name) => wanted[name].length > 0);

/** A page, how many there are with the facets nobody chose, each chosen facet without its own filter, and what matches the words alone. */
export function questionsFor(
  indexUid: string,
  network: string,
  wanted: Wanted,
  { q, strategy, offset, marked }: Question & { offset: number; marked: boolean },
): Query[] {
  const free = facetNames.filter((name) => wanted[name].length === 0);
  const parts: Part[] = [
    {
      ...{ filter: filterOf(network, wanted), sort: orderOf(wanted), offset, limit: wanted.limit + 1 },
      ...{ attributesToRetrieve: marked ? ['id', 'head', 'lead', 'body'] : ['id'], showMatchesPosition: marked },
    },
    { filter: filterOf(network, wanted), hitsPerPage: 0, page: 1, facets: [...free] },
    ...chosen(wanted).map((name): Part => ({ filter: filterOf(network, wanted, name), limit: 0, facets: [name] })),
    { filter: [anyOf('network', [network])], hitsPerPage: 0, page: 1 },
  ];
  return parts.map((part) => ({ indexUid, q, matchingStrategy: strategy, ...part }));
}

/** For each word or name by itself, how many records answer. */
export const frequencyOf = (indexUid: string, network: string, words: readonly string[]): Query[] =>
  words.map((q) => ({ indexUid, q, matchingStrategy: 'all', filter: [anyOf('network', [network])], hitsPerPage: 0, page: 1 }));

const Position = z.object({ start: z.int().min(0), length: z.int().min(0) });
const Hit = z.object({
  ...{ id: z.guid(), head: z.string().optional(), lead: z.string().optional(), body: z.string().optional() },
  _matchesPosition: z.record(z.string(), z.array(Position)).optional(),
});
const Listed = z.object({ hits: z.array(Hit) });
const Counted = z.object({ totalHits: z.int().min(0) });
const Faceted = z.object({ facetDistribution: z.record(z.string(), z.record(z.string(), z.int())) });

/** Whatever an engine says that is not this is a failure of it. */
const Answers = z.object({ results: z.array(z.unknown()) });

export interface Answer {
  readonly ids: readonly string[];
  readonly more: boolean;
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  readonly counts: Readonly<Record<FacetName, readonly Count[]>>;
  readonly matched: number;
  /** Words of the records that the engine took for those asked, as they are kept. */
  readonly met: readonly string[];
}

export function readAnswer(said: unknown, wanted: Wanted): Answer {
  const { results } = Answers.parse(said);
  const [first, second, ...rest] = results;
  const { hits } = Listed.parse(first);
  const { totalHits } = Counted.parse(second);
  const facets = [Faceted.parse(second), ...rest.slice(0, chosen(wanted).length).map((one) => Faceted.parse(one))];
  const shown = hits.slice(0, wanted.limit);
  if (shown.length === 0 && totalHits > 0 && wanted.cursor === undefined) throw new Error(`none shown of ${totalHits} found`);
  return {
    ids: shown.map(({ id }) => id),
    more: hits.length > wanted.limit,
    total: Math.min(totalHits, mostCounted),
    totalIsLowerBound: totalHits > mostCounted,
    counts: countsIn(
      Object.assign({}, ...facets.map(({ facetDistribution }) => facetDistribution)) as Record<string, Record<string, number>>,
    ),
    matched: Counted.parse(rest.at(-1)).totalHits,
    met: [...new Set(shown.flatMap(metIn))],
  };
}

export function readFrequencies(said: unknown): number[] {
  return Answers.parse(said).results.map((result) => Counted.parse(result).totalHits);
}

function countsIn(distribution: Readonly<Record<string, Readonly<Record<string, number>>>>): Record<FacetName, Count[]> {
  const of = (name: FacetName) => Object.entries(distribution[name] ?? {}).map(([value, count]) => ({ value, count }));
  return Object.fromEntries(facetNames.map((name) => [name, of(name).filter(({ count }) => count > 0)])) as Record<FacetName, Count[]>;
}

/** Positions are bytes. */
function metIn(hit: z.output<typeof Hit>): string[] {
  return (['head', 'lead', 'body'] as const).flatMap((field) => {
    const bytes = Buffer.from(hit[field] ?? '');
    const places = hit._matchesPosition?.[field] ?? [];
    return places.map(({ start, length }) => bytes.toString('utf8', start, start + length)).filter((word) => !word.startsWith('xc'));
  });
}
