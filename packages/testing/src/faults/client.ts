import type { Operation } from '@alianza/contracts/operation';
import { addAttachment } from '@alianza/contracts/repository/files/attachments';
import type { Attachment } from '@alianza/contracts/repository/files/record-files';
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

type Came<Body> = Pick<Answered<Body>, 'status' | 'body'>;

/** What is no operation: a page, an upload, a download. */
export interface Errand<Body> {
  readonly what: string;
  readonly asked: Asked;
  readonly send: (asked: Asked) => Promise<Came<Body>>;
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
    const body = await this.change(this.errand<Body>({ ...wish, asked: { ...wish.asked, key } }));
    if (body && wish.operation === addAttachment) {
      const { id, hash } = body as unknown as Attachment;
      this.ledger.files.set(id, hash);
    }
    return body;
  }

  read(wish: Wish): Promise<object | null> {
    return this.look(this.errand(wish));
  }

  /** The same of what is no operation. */
  async change<Body extends object>(errand: Errand<Body>): Promise<Body | null> {
    const { body, tries } = await this.ask(errand);
    this.ledger.retries += tries - 1;
    const { id = null, version = null } = (body ?? {}) as { id?: string; version?: number };
    const named = version === null ? null : id;
    if (body) this.ledger.acknowledged.push({ operation: errand.what, id: named, version, at: performance.now(), tries });
    return body;
  }

  async look<Body extends object>(errand: Errand<Body>): Promise<Body | null> {
    this.ledger.reads++;
    return (await this.ask(errand)).body;
  }

  private errand<Body>({ operation, input, asked }: Wish): Errand<Body> {
    return { what: operation.id, asked, send: (as) => this.edge.send<Body>(operation, input, as) };
  }

  /** Null where it was refused or never came, which the ledger is told. */
  private async ask<Body>(errand: Errand<Body>): Promise<{ body: Body | null; tries: number }> {
    const { answered, tries } = await this.untilAnswered(errand);
    if (answered && answered.status < 400) return { body: answered.body, tries };
    if (answered) this.ledger.refused.push(`${errand.what}: ${String(answered.status)} ${saidIn(answered)}`);
    else this.ledger.givenUp.push(errand.what);
    return { body: null, tries };
  }

  private async untilAnswered<Body>(errand: Errand<Body>): Promise<{ answered: Came<Body> | null; tries: number }> {
    const end = performance.now() + stamina;
    let tries = 1;
    for (; performance.now() < end && !this.tired(); tries++) {
      const answered = await this.tryOnce(errand);
      if (answered) return { answered, tries };
      await pause(Math.min(20 * 2 ** tries, 500));
    }
    return { answered: null, tries };
  }

  /** Null where it must be asked again. */
  private async tryOnce<Body>({ what, asked, send }: Errand<Body>): Promise<Came<Body> | null> {
    const begun = performance.now();
    const signal = AbortSignal.timeout(patience);
    const token = asked.token && (this.renewed.get(asked.token) ?? asked.token);
    try {
      const answered = await send({ ...asked, token, signal, once: true });
      this.ledger.longestAnswer = Math.max(this.ledger.longestAnswer, performance.now() - begun);
      if (answered.status === 401 && (await this.renew(asked))) return null;
      if (!comeBack.includes(answered.status)) return answered;
      this.ledger.failed(`${what} ${String(answered.status)} ${(answered.body as { code?: string }).code ?? ''}`);
    } catch (error) {
      this.ledger.failed(`${what} ${wordsOf(error)}`);
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

const saidIn = ({ body }: Came<unknown>): string => (Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body)).slice(0, 500);

function wordsOf(error: unknown): string {
  const { cause, message, name } = error as Error & { cause?: { code?: string; message?: string } };
  return name === 'TimeoutError' ? name : (cause?.code ?? cause?.message ?? message);
}
