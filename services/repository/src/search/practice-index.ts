import type { InputOf } from '@alianza/contracts/operation';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { searchPractices } from '@alianza/contracts/repository/search';
import type { PortalLanguage } from '@alianza/contracts/shapes';

type Asked = InputOf<typeof searchPractices>;

export interface Wanted extends Pick<Asked, 'country' | 'type' | 'fiveR' | 'sort' | 'cursor' | 'limit'> {
  /** Without those that mean nothing; none: everything. */
  readonly words: readonly string[];
  /** In which titles stand in order. */
  readonly lang: PortalLanguage;
}

export type Hit = Pick<PracticeContent, 'type' | 'title' | 'summary' | 'countries' | 'place' | 'startYear' | 'fiveRs' | 'evidence'> & {
  slug: string;
};

export type FacetName = 'country' | 'type' | 'fiveR';

export interface Count {
  readonly value: string;
  readonly count: number;
}

export interface Hits {
  readonly rows: readonly Hit[];
  readonly nextCursor: string | null;
  /** How many match words and filters. */
  readonly total: number;
  /** Per value, how many there would be: under the words and all filters but the facet's own. In any order. */
  readonly counts: Readonly<Record<FacetName, readonly Count[]>>;
  /** Which words were searched: those asked for, or those that were meant. */
  readonly words: readonly string[];
  /** Nothing matched as written, so what may have been meant was searched. */
  readonly corrected: boolean;
}

/** Finds published practices of one network. What an engine does with the words is its own; what it answers is not. */
export abstract class PracticeIndex {
  abstract readonly engine: string;
  abstract search(networkId: string, wanted: Wanted): Promise<Hits>;
}
