import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { mostStandings, resolvePrincipals, type Standing, type StandingAsked } from '@alianza/contracts/membership/principals';
import type { OutputOf } from '@alianza/contracts/operation';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { serviceItself } from '@alianza/platform/principals/principals';
import DataLoader from 'dataloader';

interface Question {
  readonly asked: StandingAsked;
  /** Of `performance.now()`, until when the asker waits; nearly the same for all who ask at once, so that the last serves for them together. */
  readonly until: number;
}

/** Milliseconds that a question waits for earlier ones; one that hangs holds up nobody else. */
const longestWait = 50;
/** After a question the next one waits for so many times as long as it took, within that: where there is much to do, fewer are asked. */
const rest = 2;

/**
 * What membership knows of accounts, asked anew each time and never before it is needed: whoever asks while a question is under way, or soon after
 * it, goes out with the next, together with all others who came meanwhile.
 */
@Injectable()
export class Standings {
  /** Always the same, so that its pass is signed once. */
  private readonly itself = serviceItself('gateway', null);
  private underWay: Promise<unknown> = Promise.resolve();
  private readonly loader = new DataLoader((questions: readonly Question[]) => this.ask(questions), {
    cache: false,
    maxBatchSize: mostStandings,
    batchScheduleFn: (send) => void Promise.race([this.underWay, pause(longestWait)]).then(send),
  });

  constructor(private readonly operations: OperationsClient) {}

  of(asked: StandingAsked, left: number): Promise<Standing> {
    return this.loader.load({ asked, until: performance.now() + left });
  }

  private async ask(questions: readonly Question[]): Promise<Standing[]> {
    const body = JSON.stringify({ asked: questions.map(({ asked }) => asked) });
    const began = performance.now();
    const timeout = Math.max(1, ...questions.map(({ until }) => until - began));
    const sent = this.operations.send(resolvePrincipals, { principal: this.itself, body, timeout });
    const resting = () => pause(Math.min(rest * (performance.now() - began), longestWait), undefined, { ref: false });
    this.underWay = sent.catch(() => undefined).then(resting);
    return (JSON.parse((await sent).body) as OutputOf<typeof resolvePrincipals>).standings;
  }
}
