import type { InputOf } from '@alianza/contracts/operation';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { searchPractices } from '@alianza/contracts/repository/search';
import type { PortalLanguage } from '@alianza/contracts/shapes';

type Asked = InputOf<typeof searchPractices>;

export const facetNames = ['type', 'country', 'fiveR', 'population', 'priorityArea', 'sector', 'level', 'sdg', 'language', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

/** Of one facet any value will do, of several facets each must be met. */
export type Filters = Readonly<Record<FacetName, readonly string[]>>;

export interface Wanted extends Filters, Pick<Asked, 'sort' | 'cursor' | 'limit' | 'exact'> {
  /** Without those that mean nothing; none: everything. */
  readonly words: readonly string[];
  /** Whether the last word may be a beginning. */
  readonly unfinished: boolean;
  /** In which titles stand in order and texts are shown. */
  readonly lang: PortalLanguage;
}

export type Hit = Pick<PracticeContent, 'type' | 'title' | 'summary' | 'countries' | 'place' | 'startYear' | 'fiveRs' | 'evidence'> & {
  slug: string;
  /** How often others repeated it. */
  replications: number;
  /** The rest of what is written, where title and summary do not say why it was found. */
  rest: PracticeContent | null;
};

export interface Count {
  readonly value: string;
  readonly count: number;
}

export interface Hits {
  readonly rows: readonly Hit[];
  readonly nextCursor: string | null;
  /** How many match words and filters; exact at least to a thousand. */
  readonly total: number;
  readonly totalIsLowerBound: boolean;
  /** Per value, how many there would be: under the words and all filters but the facet's own. In any order. */
  readonly counts: Readonly<Record<FacetName, readonly Count[]>>;
  /** Which words were searched, with all that stands for them: those asked for, or those that were meant. */
  readonly words: readonly string[];
  /** Nothing matched as written, so what may have been meant was searched. */
  readonly corrected: boolean;
  /** What was searched instead; none where it was not corrected. */
  readonly meant: readonly string[];
  /** No record says all of it, so those that say most of it were found. */
  readonly partial: boolean;
  /** Which engine answered. */
  readonly engine: string;
  /** The engine that is meant to answer did not. */
  readonly degraded: boolean;
}

/** Finds published practices of one network. What an engine does with the words is its own; what it answers is not. */
export abstract class PracticeIndex {
  abstract search(networkId: string, wanted: Wanted): Promise<Hits>;
}
