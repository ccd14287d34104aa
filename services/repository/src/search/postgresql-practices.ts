import { Injectable } from '@nestjs/common';
import { PublicReads } from '@alianza/platform/data/public-reads';
import { toCursor } from '@alianza/platform/data/cursors';
import { orderingFor, orderings, type Row } from './orderings.js';
import { PracticeIndex, type Count, type FacetName, type Hits, type Wanted } from './practice-index.js';
import { facetsOf, mostAlike, pageOf, type MatchingName } from './search.queries.js';
import { fold } from './words.js';

type Counted = Count & { facet: FacetName | 'total' | 'matched' };
interface Found {
  readonly hits: Hits;
  /** How many match the words alone. */
  readonly matched: number;
}

const shortestAlike = 3;

/** Full text, and trigrams for what was misspelt, over the table of what is published. */
@Injectable()
export class PostgresqlIndex extends PracticeIndex {
  readonly engine = 'postgresql';

  constructor(private readonly reads: PublicReads) {
    super();
  }

  async search(networkId: string, wanted: Wanted): Promise<Hits> {
    if (wanted.words.length === 0) return (await this.find('all', networkId, wanted, [])).hits;
    const written = await this.find('written', networkId, wanted, [wanted.words]);
    const words = soundsOf(wanted.words);
    if (written.matched > 0 || words === null) return written.hits;
    const alike = await this.find('alike', networkId, wanted, [words]);
    return { ...alike.hits, corrected: alike.matched > 0 };
  }

  /** A page and its counts are asked for at the same time, on two connections. */
  private async find(matching: MatchingName, networkId: string, wanted: Wanted, words: readonly (readonly string[])[]): Promise<Found> {
    const { country, type, fiveR, cursor, limit } = wanted;
    const name = orderingFor(wanted);
    const ordering = orderings[name];
    const keys = ordering.keys(cursor);
    const filters = [networkId, country, type, fiveR];
    const [found, counted] = await Promise.all([
      this.reads.rows<Row>(pageOf(matching, name), [...filters, limit + 1, ...keys, ...words]),
      this.reads.rows<Counted>(facetsOf[matching], [...filters, ...words]),
    ]);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const next = last !== undefined && found.length > limit ? ordering.keysOf(last, keys, limit) : null;
    return {
      hits: { rows, nextCursor: next && toCursor(next), ...readCounts(counted), corrected: false },
      matched: one(counted, 'matched'),
    };
  }
}

const one = (counted: readonly Counted[], facet: Counted['facet']): number => counted.find((row) => row.facet === facet)?.count ?? 0;

function readCounts(counted: readonly Counted[]): Pick<Hits, 'total' | 'counts'> {
  const of = (facet: FacetName) => counted.filter((row) => row.facet === facet);
  return { total: one(counted, 'total'), counts: { country: of('country'), type: of('type'), fiveR: of('fiveR') } };
}

/** The words that are long enough to sound like another, as many as the statement takes: it repeats the last one. Null where there is none. */
function soundsOf(words: readonly string[]): string[] | null {
  const long = words.map(fold).filter((word) => word.length >= shortestAlike);
  const last = long.at(-1);
  if (last === undefined) return null;
  return Array.from({ length: mostAlike }, (_none, index) => long[index] ?? last);
}
