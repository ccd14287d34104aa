import { Inject, Injectable } from '@nestjs/common';
import type { Operation } from '@alianza/contracts/operation';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { Answer } from '@alianza/platform/nats/wire';
import type { Tally } from '@alianza/platform/observe/instruments';
import { Observer } from '@alianza/platform/observe/observer';
import { anyone } from '@alianza/platform/principals/principals';
import { Recent } from '@alianza/platform/recent';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { IncomingMessage } from 'node:http';
import type { GatewayConfig } from '../config.js';
import type { NetworkEntry } from '../networks/network-directory.js';
import { Patience } from './patience.js';

export interface PublicQuestion {
  readonly operation: Operation;
  readonly network: NetworkEntry | null;
  readonly lang: PortalLanguage;
  readonly input: Readonly<Record<string, unknown>>;
}

interface Made {
  readonly promise: Promise<unknown>;
  /** To which it is the answer that goes out; of what such answers are made of, none. */
  readonly operation: Operation | undefined;
  /** What came of the promise, once something has. */
  value?: unknown;
}

export interface KeptAnswer {
  readonly operation: Operation;
  readonly answer: Answer;
}

/** A request, of which the address and the languages count. */
type Addressed = Pick<IncomingMessage, 'url' | 'headers'>;

/** No address has a space in it. */
function keyOf({ url = '', headers }: Addressed): string {
  const languages = headers['accept-language'];
  return languages === undefined ? url : `${url} ${languages}`;
}

type Counts = Readonly<Record<'hit' | 'miss' | 'coalesced', Tally>>;

/** Answers and whole pages together: a page is a hundred times an answer. */
const most = 1000;

/**
 * Who asks for the same public thing within a second shares one answer, also while it is on its way. Pages stand beside the answers they are
 * made of and are forgotten with them, so that neither is older than the other allows. Refusals are not kept.
 */
@Injectable()
export class PublicAnswers {
  private readonly recent: Recent<Made> | null;
  private readonly counts: Readonly<Record<'request' | 'answer', Counts>>;

  constructor(
    @Inject(CONFIG) { KEEP_PUBLIC_MS }: Pick<GatewayConfig, 'KEEP_PUBLIC_MS'>,
    private readonly operations: OperationsClient,
    private readonly patience: Patience,
    observer: Observer = Observer.idle,
  ) {
    this.counts = countsIn(observer);
    this.recent = KEEP_PUBLIC_MS === 0 ? null : new Recent(KEEP_PUBLIC_MS, most);
  }

  /** As nobody, whoever asks. */
  ask({ operation, network, lang, input }: PublicQuestion): Promise<Answer> {
    const names = Object.keys(input).sort();
    const body = JSON.stringify(Object.fromEntries(names.map((name) => [name, input[name]])));
    const networkId = network?.id ?? null;
    const asking = { principal: anyone(networkId), body, lang, fallback: network?.languages[0], timeout: this.patience.left() };
    const key = [operation.id, networkId, lang, body].join(' ');
    return this.keepAs(this.counts.answer, key, () => this.operations.send(operation, asking));
  }

  /** The same address asked in the same languages has the same answer. */
  keepAt(request: Addressed, operation: Operation, make: () => Promise<Answer>): Promise<Answer> {
    return this.keepAs(this.counts.request, keyOf(request), make, operation);
  }

  keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    return this.keepAs(this.counts.request, key, make);
  }

  /** The answer that is kept for an address and is here already. */
  at(request: Addressed): KeptAnswer | null {
    const made = this.recent?.known(keyOf(request));
    if (!(made?.value instanceof Answer) || made.operation === undefined) return null;
    this.counts.request.hit.add();
    return { operation: made.operation, answer: made.value };
  }

  private keepAs<T>(counts: Counts, key: string, make: () => Promise<T>, operation?: Operation): Promise<T> {
    if (this.recent === null) return make();
    let outcome: keyof Counts | null = null;
    const made = this.recent.get(key, () => {
      outcome = 'miss';
      return this.made(key, make(), operation);
    });
    counts[outcome ?? ('value' in made ? 'hit' : 'coalesced')].add();
    return made.promise as Promise<T>;
  }

  private made(key: string, promise: Promise<unknown>, operation: Operation | undefined): Made {
    const made: Made = { promise, operation };
    promise.then(
      (value) => (made.value = value),
      () => this.recent?.forget(key),
    );
    return made;
  }
}

/** What readers ask for (an address, a page), and the answers it is made of. */
function countsIn({ metrics }: Observer): Readonly<Record<'request' | 'answer', Counts>> {
  const help = 'Public requests, and the answers behind them: kept (hit), made (miss), or shared while being made (coalesced)';
  const family = metrics.counter('alianza_public_answers_total', help, ['of', 'outcome']);
  const all = (of: string) => ({
    hit: family.of({ of, outcome: 'hit' }),
    miss: family.of({ of, outcome: 'miss' }),
    coalesced: family.of({ of, outcome: 'coalesced' }),
  });
  return { request: all('request'), answer: all('answer') };
}
