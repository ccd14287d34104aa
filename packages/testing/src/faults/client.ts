import type { Operation } from '@alianza/contracts/operation';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answered, Asked, Edge } from '../edge.js';
import type { People, Person } from '../people.js';
import type { Ledger } from './ledger.js';

type Input = Readonly<Record<string, unknown>>;

/** Milliseconds for one try, and for all of them together. */
const [patience, stamina] = [10_000, 60_000];
/** What says that the same question may be put again. */
const comeBack = [429, 500, 502, 503, 504];

export interface Wish {
  readonly operation: Operation;
  readonly input: Input;
  readonly asked: Asked;
}

/** A client as careful as the portal: repeats what was not answered, under the same key, until it is. */
export class Client {
  private readonly renewed = new Map<string, string>();

  constructor(
    private readonly edge: Edge,
    private readonly people: People,
    readonly ledger: Ledger,
    /** Whether it asks no more. */
    private readonly tired: () => boolean = () => false,
  ) {}

  /** The answer, also noted in the ledger; null where it was refused or never came. */
  async write<Body extends object>(wish: Wish, key: string = randomUUID()): Promise<Body | null> {
    const { ledger } = this;
    const { operation } = wish;
    const { answered, tries } = await this.ask<Body>({ ...wish, asked: { ...wish.asked, key } });
    ledger.retries += tries - 1;
    if (answered === null) ledger.givenUp.push(operation.id);
    else if (answered.status >= 400) ledger.refused.push(`${operation.id}: ${String(answered.status)} ${JSON.stringify(answered.body)}`);
    else {
      const { id = null, version = null } = answered.body as { id?: string; version?: number };
      ledger.acknowledged.push({ operation: operation.id, id, version, at: performance.now(), tries });
      return answered.body;
    }
    return null;
  }

  async read(wish: Wish): Promise<void> {
    const { answered } = await this.ask(wish);
    this.ledger.reads++;
    if (answered === null) this.ledger.givenUp.push(wish.operation.id);
    else if (answered.status >= 400) this.ledger.refused.push(`${wish.operation.id}: ${String(answered.status)}`);
  }

  private async ask<Body>(wish: Wish): Promise<{ answered: Answered<Body> | null; tries: number }> {
    const end = performance.now() + stamina;
    let tries = 1;
    for (; performance.now() < end && !this.tired(); tries++) {
      const answered = await this.tryOnce<Body>(wish);
      if (answered) return { answered, tries };
      await pause(Math.min(20 * 2 ** tries, 500));
    }
    return { answered: null, tries };
  }

  /** Null where it must be asked again. */
  private async tryOnce<Body>({ operation, input, asked }: Wish): Promise<Answered<Body> | null> {
    const begun = performance.now();
    const signal = AbortSignal.timeout(patience);
    const token = asked.token && (this.renewed.get(asked.token) ?? asked.token);
    try {
      const answered = await this.edge.send<Body>(operation, input, { ...asked, token, signal, once: true });
      this.ledger.longestAnswer = Math.max(this.ledger.longestAnswer, performance.now() - begun);
      if (answered.status === 401 && (await this.renew(asked))) return null;
      if (!comeBack.includes(answered.status)) return answered;
      this.ledger.failed(`${operation.id} ${String(answered.status)} ${(answered.body as { code?: string }).code ?? ''}`);
    } catch (error) {
      this.ledger.failed(`${operation.id} ${wordsOf(error)}`);
    }
    return null;
  }

  /** A token lives for minutes, a load for half an hour. */
  private async renew({ token, email }: Asked & Partial<Person>): Promise<boolean> {
    if (token === undefined || !email) return false;
    this.renewed.set(token, await this.people.token(email));
    return true;
  }
}

function wordsOf(error: unknown): string {
  const { cause, message, name } = error as Error & { cause?: { code?: string; message?: string } };
  return name === 'TimeoutError' ? name : (cause?.code ?? cause?.message ?? message);
}
