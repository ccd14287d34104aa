import { Injectable } from '@nestjs/common';
import { fromCursor, toCursor } from '@alianza/platform/data/cursors';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import type { MultiSearchQuery } from 'meilisearch';
import { z } from 'zod';
import { hitsById } from '../postgresql/hits.queries.js';
import { spellings } from '../postgresql/search.queries.js';
import { heavyOf, slotsOf, type Slot } from '../postgresql/slots.js';
import { instead, longEnough, neverWritten, respell, type Spelling } from '../postgresql/spelling.js';
import { PracticeIndex, type Hit, type Hits, type Wanted } from '../practice-index.js';
import { Taxonomies } from '../../taxonomy/taxonomies.js';
import { saidIn } from '../vocabulary/named-concepts.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { fold, stemOfWord } from '../words.js';
import { askedFor } from './asked.js';
import { MeilisearchServer } from './meilisearch-server.js';
import { frequencyOf, questionsFor, readAnswer, readFrequencies, type Answer, type Question } from './questions.js';
import { mostCounted } from './settings.js';

/** Milliseconds for everything that one search asks of the engine; then it is too slow. */
const patience = 800;

/** It named records twice, or such as nobody may read in the network that asked: it is behind or wrong, and so are its counts. */
export class StrangeAnswerError extends Error {}

/** Rejects once the time is over; what was asked goes on for whoever asks next. */
const within = <T>(signal: AbortSignal, asked: Promise<T>): Promise<T> =>
  Promise.race([asked, new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))]);

/** Where a page of this engine begins. */
const Begun = z.tuple([z.literal('meilisearch'), z.int().min(0).max(mostCounted)]);

/** How many stood before, in a list that this engine began; null for any other cursor. */
export function offsetIn(cursor: string | undefined): number | null {
  if (cursor === undefined) return 0;
  try {
    return Number(fromCursor(cursor, 2, Begun)?.[1]);
  } catch {
    return null;
  }
}

interface Attempt extends Pick<Hits, 'words' | 'corrected' | 'meant' | 'partial'> {
  readonly answer: Answer;
}

/** Who asks: one network, with so much time. */
class Asker {
  private readonly signal = AbortSignal.timeout(patience);

  constructor(
    private readonly server: MeilisearchServer,
    readonly network: string,
    private readonly wanted: Wanted,
    private readonly offset: number,
  ) {}

  async ask(question: Question, marked = false): Promise<Answer> {
    const queries = questionsFor(this.server.index, this.network, this.wanted, { ...question, offset: this.offset, marked });
    return readAnswer(await this.answered(queries), this.wanted);
  }

  /** How many records answer each by itself. */
  async frequencies(words: readonly string[]): Promise<number[]> {
    return readFrequencies(await this.answered(frequencyOf(this.server.index, this.network, words)));
  }

  private async answered(queries: MultiSearchQuery[]): Promise<unknown> {
    const client = await within(this.signal, this.server.tenant(this.network));
    return client.multiSearch({ queries }, { signal: this.signal });
  }
}

const all = (words: readonly string[]): Question => ({ q: words.join(' '), strategy: 'all' });
const soughtIn = (slots: readonly Slot[]): string[] => [...new Set(slots.flatMap(({ sought }) => sought))];

/** Words of the records that the engine took for others, as people wrote them. */
function forgivenIn(rows: readonly Hit[], met: readonly string[], known: readonly string[]): string[] {
  const asked = new Set(known.map(stemOfWord));
  const written = rows.flatMap(({ rest }) => (rest ? Object.values(saidIn(rest)).flat() : []));
  const found = met.filter((stem) => !asked.has(stem)).map((stem) => written.find((word) => stemOfWord(word) === stem)?.toLowerCase());
  return [...new Set(found.filter((word) => word !== undefined))];
}

/** The engine finds, filters, counts and orders; what is shown is read from PostgreSQL, so that nothing withdrawn is ever shown. */
@Injectable()
export class MeilisearchIndex extends PracticeIndex {
  constructor(
    private readonly server: MeilisearchServer,
    private readonly reads: PublicReads,
    private readonly taxonomies: Taxonomies = new Taxonomies(reads),
  ) {
    super();
  }

  async search(networkId: string, wanted: Wanted): Promise<Hits> {
    const offset = offsetIn(wanted.cursor) ?? 0;
    const asker = new Asker(this.server, networkId, wanted, offset);
    const { vocabulary } = await this.taxonomies.of(networkId);
    const { answer, ...attempt } = await this.attempts(asker, wanted, vocabulary);
    const rows = await this.shown(networkId, answer.ids, wanted.words.length > 0);
    const next = offset + wanted.limit;
    const nextCursor = answer.more && next <= mostCounted ? toCursor(['meilisearch', next]) : null;
    const { total, totalIsLowerBound, counts } = answer;
    const meant = attempt.corrected ? [...attempt.meant, ...forgivenIn(rows, answer.met, [...wanted.words, ...attempt.meant])] : [];
    return { rows, nextCursor, total, totalIsLowerBound, counts, ...attempt, meant, engine: 'meilisearch', degraded: false };
  }

  /** All of the words as they are; else all of what was meant by them; else what is left without those that nobody says. */
  private async attempts(asker: Asker, { words, unfinished, exact }: Wanted, vocabulary: Vocabulary): Promise<Attempt> {
    const plainly = { corrected: false, meant: [], partial: false };
    if (words.length === 0) return { answer: await asker.ask(all([])), words, ...plainly };
    const plain = words.map((word) => [word]);
    const asked = heavyOf(slotsOf(plain, vocabulary, unfinished));
    const isTyped = unfinished && asked.at(-1)?.words.at(-1) === words.at(-1);
    const exactly = askedFor(asked, isTyped).map((word) => word.exactly);
    const written = await asker.ask(all(exactly));
    if (written.matched > 0) return { answer: written, words: soughtIn(asked), ...plainly };
    if (exact) return this.some(asker, asked, exactly, []);
    const known = await asker.frequencies(exactly);
    const unknown = asked.flatMap((slot, index) => (known[index] === 0 ? slot.words : []));
    const respelt = unknown.length > 0 ? respell(words, { unknown, written: [], vocabulary: vocabulary.words }) : null;
    const slots = respelt ? heavyOf(slotsOf(respelt, vocabulary, unfinished)) : asked;
    const meant = respelt ? instead(words, respelt) : [];
    const ways = askedFor(slots, isTyped);
    const loosen = (loose: readonly string[]) =>
      ways.map(({ loosely, exactly: closely }, index) => (slots[index]?.words.some((one) => loose.includes(one)) ? loosely : closely));
    const doubtful = await this.doubtful(asker.network, slots, unknown);
    const forgiven = await asker.ask(all(loosen([...unknown, ...doubtful])), true);
    if (forgiven.matched > 0)
      return { answer: forgiven, words: [...soughtIn(slots), ...forgiven.met], corrected: true, meant, partial: false };
    return this.some(asker, slots, loosen(unknown), meant);
  }

  /** Long words that are met by their stem and that no record writes as such: these may be known as another too. */
  private async doubtful(networkId: string, slots: readonly Slot[], unknown: readonly string[]): Promise<string[]> {
    const met = slots.flatMap(({ named, words }) => (named === null ? words : []));
    const long = met.filter((word) => word.length >= longEnough && !unknown.includes(word));
    if (long.length === 0) return [];
    const near = await this.reads.rows<Spelling>(spellings, [networkId, long.map(fold)]);
    return neverWritten(long, near);
  }

  private async some(asker: Asker, slots: readonly Slot[], loosely: readonly string[], meant: readonly string[]): Promise<Attempt> {
    const known = await asker.frequencies(loosely);
    const said = loosely.filter((_word, index) => (known[index] ?? 0) > 0);
    const none = { words: soughtIn(slots), corrected: false, meant, partial: false };
    if (said.length === 0) return { ...none, answer: await asker.ask(all(loosely)) };
    const every = await asker.ask(all(said));
    const answer = every.matched > 0 ? every : await asker.ask({ q: said.join(' '), strategy: 'frequency' });
    return { ...none, answer, corrected: meant.length > 0 && answer.matched > 0, partial: answer.matched > 0 };
  }

  private async shown(networkId: string, ids: readonly string[], why: boolean): Promise<Hit[]> {
    if (ids.length === 0) return [];
    const rows = await this.reads.rows<Hit>(hitsById, [networkId, ids, why]);
    if (rows.length !== ids.length || new Set(ids).size !== ids.length)
      throw new StrangeAnswerError(`${ids.length} named, ${rows.length} there`);
    return rows;
  }
}
