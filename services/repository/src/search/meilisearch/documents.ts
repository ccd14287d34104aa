import { languages, type Localized } from '@alianza/contracts/shapes';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { facetNames, type FacetName } from '../practice-index.js';
import { fold } from '../words.js';
import { regionsOf } from '../vocabulary/place-terms.js';
import { conceptWord, stemsOf } from './index-words.js';

/** A published record as PostgreSQL holds it. */
export interface IndexedRow {
  readonly id: string;
  readonly networkId: string;
  readonly content: PracticeContent;
  /** Lexemes of named concepts with the weights of the fields: `'~guarderia':1A,3C`. */
  readonly named: string;
  /** `facet=value` for each. */
  readonly facets: readonly string[];
  /** Of its countries and of who answers for it. */
  readonly names: string;
  readonly sortingEs: string;
  readonly sortingEn: string;
  /** Microseconds since 1970: of the first version, and of the present one. */
  readonly firstPublishedAt: string;
  readonly publishedAt: string;
}

/** The same as the engine keeps it: words by the weight of the fields they stand in, what is filtered and counted, what it is ordered by. */
export type IndexedDocument = Readonly<Record<FacetName, string[]>> & {
  readonly id: string;
  readonly network: string;
  readonly head: string;
  readonly lead: string;
  readonly body: string;
  readonly marks: string;
  readonly sortingEs: string;
  readonly sortingEn: string;
  readonly firstPublishedAt: number;
  readonly publishedAt: number;
};

const bodyFields = ['context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] as const;
const lexeme = /'~((?:[^']|'')+)':([0-9A-D,]+)/g;

export function documentOf(row: IndexedRow): IndexedDocument {
  const { content, facets, names } = row;
  const named = namedByWeight(row.named);
  const body = [
    ...bodyFields.map((field) => stemsIn(content[field])),
    stemsOf(`${content.place ?? ''} ${content.organizations.join(' ')} ${names}`),
  ];
  return {
    ...facetsIn(facets),
    id: row.id,
    network: row.networkId,
    head: sentences([stemsIn(content.title), ...named.A]),
    lead: sentences([stemsIn(content.summary), ...named.B]),
    body: sentences([...body, ...named.C]),
    marks: [...facets, ...regionsOf(facets)].map(conceptWord).join(' '),
    sortingEs: sortingKey(row.sortingEs),
    sortingEn: sortingKey(row.sortingEn),
    firstPublishedAt: Number(row.firstPublishedAt),
    publishedAt: Number(row.publishedAt),
  };
}

/** A full stop keeps what stands in one text apart from the next. */
const sentences = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('. ');

const stemsIn = (text: Localized | null): string => sentences(languages.map((lang) => stemsOf(text?.[lang] ?? '')));

function namedByWeight(named: string): Record<'A' | 'B' | 'C', string[]> {
  const found = [...named.matchAll(lexeme)].map(([, key = '', places = '']) => ({ word: conceptWord(key.replaceAll("''", "'")), places }));
  const of = (weight: string) => found.filter(({ places }) => places.includes(weight)).map(({ word }) => word);
  return { A: of('A'), B: of('B'), C: of('C') };
}

function facetsIn(facets: readonly string[]): Record<FacetName, string[]> {
  const of = (name: FacetName) => facets.filter((facet) => facet.startsWith(`${name}=`)).map((facet) => facet.slice(name.length + 1));
  return Object.fromEntries(facetNames.map((name) => [name, of(name)])) as Record<FacetName, string[]>;
}

/** The engine orders by code points: ñ comes after n, accents and capitals do not count. */
const sortingKey = (title: string): string => fold(title.replaceAll(/ñ/giu, 'n~'));
