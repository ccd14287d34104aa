import { Injectable } from '@nestjs/common';
import { toCursor } from '@alianza/platform/data/cursors';
import { PublicReads } from '@alianza/platform/data/public-reads';
import { orderingFor, orderings, type Row } from './orderings.js';
import { PracticeIndex, type Count, type FacetName, type Hits, type Wanted } from './practice-index.js';
import { facetsOf, pageOf, spellings, type MatchingName } from './search.queries.js';
import { respell, type Spelling } from './spelling.js';
import { fold } from './words.js';

type Counted = Count & { facet: FacetName | 'total' | 'matched' };
interface Found {
  readonly page: Pick<Hits, 'rows' | 'nextCursor' | 'total' | 'counts'>;
  /** How many match the words alone. */
  readonly matched: number;
}

/** Full text over the table of what is published; what was misspelt is compared, by trigrams, with the words written there. */
@Injectable()
export class PostgresqlIndex extends PracticeIndex {
  readonly engine = 'postgresql';

  constructor(private readonly reads: PublicReads) {
    super();
  }

  async search(networkId: string, wanted: Wanted): Promise<Hits> {
    const { words } = wanted;
    if (words.length === 0) return { ...(await this.find('all', networkId, wanted)).page, words, corrected: false };
    const written = await this.find('words', networkId, wanted, words);
    const meant = written.matched > 0 ? null : await this.meant(networkId, words);
    if (meant === null) return { ...written.page, words, corrected: false };
    const found = await this.find(
      'words',
      networkId,
      wanted,
      meant.map((spelled) => spelled.join('|')),
    );
    return { ...found.page, words: meant.flat(), corrected: found.matched > 0 };
  }

  private async meant(networkId: string, words: readonly string[]): Promise<string[][] | null> {
    return respell(words, await this.reads.rows<Spelling>(spellings, [networkId, words.map(fold)]));
  }

  /** A page and its counts are asked for at the same time, on two connections. */
  private async find(matching: MatchingName, networkId: string, wanted: Wanted, words?: readonly string[]): Promise<Found> {
    const { country, type, fiveR, cursor, limit } = wanted;
    const name = orderingFor(wanted);
    const ordering = orderings[name];
    const keys = ordering.keys(cursor);
    const filters = [networkId, country, type, fiveR];
    const last = words ? [words] : [];
    const [found, counted] = await Promise.all([
      this.reads.rows<Row>(pageOf(matching, name), [...filters, limit + 1, ...keys, ...last]),
      this.reads.rows<Counted>(facetsOf[matching], [...filters, ...last]),
    ]);
    const rows = found.slice(0, limit);
    const end = found.length > limit ? rows.at(-1) : undefined;
    const next = end ? ordering.keysOf(end, keys, limit) : null;
    return { page: { rows, nextCursor: next && toCursor(next), ...readCounts(counted) }, matched: one(counted, 'matched') };
  }
}

const one = (counted: readonly Counted[], facet: Counted['facet']): number => counted.find((row) => row.facet === facet)?.count ?? 0;

function readCounts(counted: readonly Counted[]): Pick<Hits, 'total' | 'counts'> {
  const of = (facet: FacetName) => counted.filter((row) => row.facet === facet);
  return { total: one(counted, 'total'), counts: { country: of('country'), type: of('type'), fiveR: of('fiveR') } };
}
