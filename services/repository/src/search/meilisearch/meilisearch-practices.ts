import { Injectable } from '@nestjs/common';
import { fromCursor, toCursor } from '@alianza/platform/data/cursors';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import type { Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { hitsById } from '../postgresql/hits.queries.js';
import { slotsOf, type Slot } from '../postgresql/slots.js';
import { respell } from '../postgresql/spelling.js';
import { PracticeIndex, type Hit, type Hits, type Wanted } from '../practice-index.js';
import { Taxonomies } from '../../taxonomy/taxonomies.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { askedFor } from './asked.js';
import { MeilisearchServer } from './meilisearch-server.js';
import { frequencyOf, questionsFor, readAnswer, readFrequencies, type Answer, type Question } from './questions.js';
import { mostCounted } from './settings.js';

/** Milliseconds for everything that one search asks of the engine; then it is too slow. */
const patience = 800;

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

interface Attempt extends Pick<Hits, 'words' | 'corrected' | 'partial'> {
  readonly answer: Answer;
}

/** Who asks: one network, with so much time. */
class Asker {
  private readonly signal = AbortSignal.timeout(patience);

  constructor(
    private readonly client: Meilisearch,
    private readonly index: string,
    private readonly network: string,
    private readonly wanted: Wanted,
    private readonly offset: number,
  ) {}

  async ask(question: Question, marked = false): Promise<Answer> {
    const queries = questionsFor(this.index, this.network, this.wanted, { ...question, offset: this.offset, marked });
    return readAnswer(await this.client.multiSearch({ queries }, { signal: this.signal }), this.wanted);
  }

  /** How many records answer each by itself. */
  async frequencies(words: readonly string[]): Promise<number[]> {
    const queries = frequencyOf(this.index, this.network, words);
    return readFrequencies(await this.client.multiSearch({ queries }, { signal: this.signal }));
  }
}

const all = (words: readonly string[]): Question => ({ q: words.join(' '), strategy: 'all' });
const soughtIn = (slots: readonly Slot[]): string[] => [...new Set(slots.flatMap(({ sought }) => sought))];

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
    const asker = new Asker(await this.server.tenant(networkId), this.server.index, networkId, wanted, offset);
    const { vocabulary } = await this.taxonomies.of(networkId);
    const { answer, ...meant } = await this.attempts(asker, wanted, vocabulary);
    const rows = await this.shown(networkId, answer.ids, wanted.words.length > 0);
    const next = offset + wanted.limit;
    const nextCursor = answer.more && next <= mostCounted ? toCursor(['meilisearch', next]) : null;
    const { total, totalIsLowerBound, counts } = answer;
    return { rows, nextCursor, total, totalIsLowerBound, counts, ...meant, engine: 'meilisearch', degraded: false };
  }

  /** All of the words as they are; else all of what was meant by them; else what is left without those that nobody says. */
  private async attempts(asker: Asker, { words, unfinished }: Wanted, vocabulary: Vocabulary): Promise<Attempt> {
    if (words.length === 0) return { answer: await asker.ask(all([])), words, corrected: false, partial: false };
    const plain = words.map((word) => [word]);
    const asked = slotsOf(plain, vocabulary, unfinished);
    const exactly = askedFor(asked, unfinished).map((word) => word.exactly);
    const written = await asker.ask(all(exactly));
    if (written.matched > 0) return { answer: written, words: soughtIn(asked), corrected: false, partial: false };
    const known = await asker.frequencies(exactly);
    const unknown = asked.flatMap((slot, index) => (known[index] === 0 ? slot.words : []));
    const meant = unknown.length > 0 ? respell(words, { unknown, written: [], vocabulary: vocabulary.words }) : null;
    const slots = meant ? slotsOf(meant, vocabulary, unfinished) : asked;
    const loosely = askedFor(slots, unfinished).map((word, index) =>
      slots[index]?.words.some((one) => unknown.includes(one)) ? word.loosely : word.exactly,
    );
    const forgiven = await asker.ask(all(loosely), true);
    if (forgiven.matched > 0) return { answer: forgiven, words: [...soughtIn(slots), ...forgiven.met], corrected: true, partial: false };
    return this.some(asker, slots, loosely, meant !== null);
  }

  private async some(asker: Asker, slots: readonly Slot[], loosely: readonly string[], respelt: boolean): Promise<Attempt> {
    const known = await asker.frequencies(loosely);
    const said = loosely.filter((_word, index) => (known[index] ?? 0) > 0);
    const none = { words: soughtIn(slots), corrected: false, partial: false };
    if (said.length === 0) return { ...none, answer: await asker.ask(all(loosely)) };
    const every = await asker.ask(all(said));
    const answer = every.matched > 0 ? every : await asker.ask({ q: said.join(' '), strategy: 'frequency' });
    return { ...none, answer, corrected: respelt && answer.matched > 0, partial: answer.matched > 0 };
  }

  private async shown(networkId: string, ids: readonly string[], why: boolean): Promise<Hit[]> {
    return ids.length === 0 ? [] : this.reads.rows<Hit>(hitsById, [networkId, ids, why]);
  }
}
