import { Injectable } from '@nestjs/common';
import { toCursor } from '@alianza/platform/data/cursors';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Taxonomies } from '../../taxonomy/taxonomies.js';
import { PracticeIndex, type Hits, type Wanted } from '../practice-index.js';
import { fold } from '../words.js';
import { FacetCounts } from './facet-counts.js';
import { orderingFor, orderings, type Row } from './orderings.js';
import { facetsOf, filterValues, frequencies, pageOf, soughtValues, spellings, type MatchingName } from './search.queries.js';
import { queriesOf } from './slot-queries.js';
import { heavyOf, slotsOf, type Slot } from './slots.js';
import { instead, neverWritten, respell, type Spelling } from './spelling.js';
import { weigh, type Frequency } from './weights.js';

interface Found {
  readonly page: Pick<Hits, 'rows' | 'nextCursor' | 'total' | 'totalIsLowerBound' | 'counts'>;
  /** How many match the words alone. */
  readonly matched: number;
}

/** A query as it was read, and what answers all of it. */
interface Reading {
  readonly slots: readonly Slot[];
  readonly every: Found;
  /** How many records answer each slot; null where nobody has counted. */
  readonly known: readonly Frequency[] | null;
  /** What was searched in place of what is written. */
  readonly meant: readonly string[];
}

const none = Buffer.alloc(0);
const answered = { engine: 'postgresql', degraded: false } as const;

/** How the parameters behind filters, limit and keys are filled: slots, what each weighs, and how much is enough. */
type Sought = readonly unknown[];

/** Full text over the table of what is published; what was misspelt is compared, by trigrams, with the words written there. */
@Injectable()
export class PostgresqlIndex extends PracticeIndex {
  private readonly facets: FacetCounts;

  constructor(
    private readonly reads: PublicReads,
    private readonly taxonomies: Taxonomies = new Taxonomies(reads),
  ) {
    super();
    this.facets = new FacetCounts(reads);
  }

  /** All of the words; else all of what was meant by them; else, and where few records answer a long question, most of it. */
  async search(networkId: string, wanted: Wanted): Promise<Hits> {
    const { words, unfinished } = wanted;
    if (words.length === 0)
      return { ...(await this.find('all', networkId, wanted)).page, words, corrected: false, meant: [], partial: false, ...answered };
    const { vocabulary } = await this.taxonomies.of(networkId);
    const asked = slotsOf(
      words.map((word) => [word]),
      vocabulary,
      unfinished,
    );
    const written = await this.every(networkId, wanted, asked);
    if (isPlenty(asked, written))
      return { ...written.page, words: soughtIn(asked), corrected: false, meant: [], partial: false, ...answered };
    const known = await this.frequencies(networkId, asked);
    const plain: Reading = { slots: asked, every: written, known, meant: [] };
    const respelt = written.matched > 0 || wanted.exact ? null : await this.respelt(networkId, wanted, asked, known);
    const { slots, every, meant, known: counted } = respelt ?? plain;
    const some = slots.length === 1 || isPlenty(slots, every) ? null : await this.most(networkId, wanted, slots, counted);
    const { page, matched } = some ?? every;
    const answers = matched > 0;
    const corrected = respelt !== null && answers;
    return {
      ...page,
      words: soughtIn(slots),
      corrected,
      meant: corrected ? meant : [],
      partial: every.matched === 0 && answers,
      ...answered,
    };
  }

  private frequencies(networkId: string, slots: readonly Slot[]): Promise<Frequency[]> {
    return this.reads.rows<Frequency>(frequencies, [networkId, slots.map(({ alternatives }) => alternatives)]);
  }

  /**
   * What nobody says, as somebody may have written it, and what is met by its stem alone as another word, where that answers all of it. Null where it is
   * like nothing.
   */
  private async respelt(networkId: string, wanted: Wanted, asked: readonly Slot[], known: readonly Frequency[]): Promise<Reading | null> {
    const { vocabulary } = await this.taxonomies.of(networkId);
    const words = asked.flatMap((slot) => slot.words);
    const typed = wanted.unfinished ? wanted.words.at(-1) : undefined;
    const unknown = asked.flatMap((slot, index) => (!slot.isLight && known[index]?.answering === 0 ? slot.words : []));
    const met = asked
      .flatMap((slot) => (slot.isLight || slot.named !== null ? [] : slot.words))
      .filter((word) => !unknown.includes(word) && word !== typed);
    if (unknown.length + met.length === 0) return null;
    const written = await this.reads.rows<Spelling>(spellings, [networkId, [...unknown, ...met].map(fold)]);
    const spelled = respell(words, { unknown, doubtful: neverWritten(met, written), written, vocabulary: vocabulary.words });
    if (spelled === null) return null;
    const slots = slotsOf(spelled, vocabulary, wanted.unfinished);
    const every = await this.every(networkId, wanted, slots);
    if (every.matched === 0 && unknown.length === 0) return null;
    return { slots, every, known: null, meant: instead(words, spelled) };
  }

  private async sought(slots: readonly Slot[], weights: readonly number[]): Promise<Sought> {
    return soughtValues(await queriesOf(this.reads, slots), weights);
  }

  private async every(networkId: string, wanted: Wanted, all: readonly Slot[]): Promise<Found> {
    const slots = heavyOf(all);
    return this.find(
      'words',
      networkId,
      wanted,
      await this.sought(
        slots,
        slots.map(() => 1),
      ),
    );
  }

  private async most(networkId: string, wanted: Wanted, slots: readonly Slot[], known: readonly Frequency[] | null): Promise<Found | null> {
    const frequencies = known ?? (await this.frequencies(networkId, slots));
    const { weights, enough } = weigh(frequencies.map((one, index) => ({ ...one, isLight: slots[index]?.isLight ?? false })));
    const sought = await this.sought(slots, weights);
    for (const share of enough) {
      const found = await this.find('some', networkId, wanted, [...sought, share]);
      if (found.matched > 0) return found;
    }
    return null;
  }

  /** A page and its counts are asked for at the same time, on two connections. */
  private async find(matching: MatchingName, networkId: string, wanted: Wanted, sought: Sought = []): Promise<Found> {
    const { cursor, limit } = wanted;
    const name = orderingFor(wanted);
    const ordering = orderings[name];
    const keys = ordering.keys(cursor);
    const [found, [counted]] = await Promise.all([
      this.reads.rows<Row>(pageOf(matching, name), [networkId, ...filterValues(wanted), limit + 1, ...keys, ...sought]),
      this.reads.rows<{ digests: Buffer | null }>(facetsOf[matching], [networkId, ...sought]),
    ]);
    const rows = found.slice(0, limit);
    const end = found.length > limit ? rows.at(-1) : undefined;
    const next = end ? ordering.keysOf(end, keys, limit) : null;
    const { counts, total, matched } = await this.facets.of(networkId, counted?.digests ?? none, wanted);
    return { page: { rows, nextCursor: next && toCursor(next), total, totalIsLowerBound: false, counts }, matched };
  }
}

/** So many words, of which records may lack some. */
const longQuestion = 3;
/** Fewer than these need not be what was asked for: they may say all of its words in passing. */
const few = 10;

function isPlenty(slots: readonly Slot[], { matched }: Found): boolean {
  return matched >= (slots.length < longQuestion ? 1 : few);
}

const soughtIn = (slots: readonly Slot[]): string[] => [...new Set(slots.flatMap(({ sought }) => sought))];
