import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { mostStandings, resolvePrincipals, type Standing, type StandingAsked } from '@alianza/contracts/membership/principals';
import type { OutputOf } from '@alianza/contracts/operation';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { serviceItself } from '@alianza/platform/principals/principals';
import DataLoader from 'dataloader';

interface Question {
  readonly asked: StandingAsked;
  /** Milliseconds; nearly the same for all who ask at once, so that the longest serves for them together. */
  readonly left: number;
}

/** Milliseconds that a question waits for earlier ones; one that hangs holds up nobody else. */
const longestWait = 50;
/** For so many times as long as a question took, the next one waits: so the more there is to do, the fewer are asked. */
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
    return this.loader.load({ asked, left });
  }

  private async ask(questions: readonly Question[]): Promise<Standing[]> {
    const body = JSON.stringify({ asked: questions.map(({ asked }) => asked) });
    const timeout = Math.max(...questions.map(({ left }) => left));
    const began = performance.now();
    const sent = this.operations.send(resolvePrincipals, { principal: this.itself, body, timeout });
    this.underWay = sent.catch(() => undefined).then(() => pause(rest * (performance.now() - began), undefined, { ref: false }));
    return (JSON.parse((await sent).body) as OutputOf<typeof resolvePrincipals>).standings;
  }
}
