import type { MessageHandler } from '@nestjs/microservices';
import { DomainError } from '@alianza/contracts/errors';
import { subjectOf, type Operation } from '@alianza/contracts/operation';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { speakable } from '../calls/speakable.js';
import { Observer } from '../observe/observer.js';
import type { Watch } from '../observe/watch.js';
import type { PassReader } from '../principals/pass.js';
import { correlation } from '../run/log.js';
import type { Log } from '../run/service-definition.js';
import { inboxOf } from './permissions.js';
import { readCall } from './requests.js';
import { settle } from './settle.js';
import { Answer, answerOf, wireOf } from './wire.js';

const inboxes = inboxOf('');

interface Served {
  readonly operation: Operation;
  readonly handler: MessageHandler;
  readonly watch: Watch;
}

/** Serves operations through one queue group per service: replicas share the work. */
export class OperationsServer {
  private readonly busy = new Set<Promise<void>>();
  private readonly subscriptions: Subscription[] = [];

  constructor(
    private readonly nats: NatsConnection,
    private readonly queue: string,
    private readonly passes: PassReader,
    private readonly log: Log,
    private readonly observer = Observer.idle,
  ) {}

  serve(operation: Operation, handler: MessageHandler): void {
    const served = { operation, handler, watch: this.observer.operations.answering(operation) };
    const callback = (error: unknown, message: Msg) => {
      if (error) return this.log.error({ error, operation: operation.id }, 'an operation cannot be served');
      const work = this.answer(served, message).finally(() => this.busy.delete(work));
      this.busy.add(work);
    };
    this.subscriptions.push(this.nats.subscribe(subjectOf(operation), { queue: this.queue, callback }));
  }

  /** Takes nothing new, finishes what it took. */
  async close(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.drain()));
    await Promise.all(this.busy);
  }

  private async answer({ operation, handler, watch }: Served, message: Msg): Promise<void> {
    const begun = watch.join(message.headers?.get('traceparent'));
    const answer = await begun.run(() => this.call(operation, handler, message));
    this.respond(message, answer, operation);
    begun.end(answer instanceof DomainError ? answer.code : 'ok');
  }

  private call(operation: Operation, handler: MessageHandler, message: Msg): Promise<Answer | DomainError> {
    const call = readCall(message, operation, this.passes);
    return correlation.run(call.cause, async () => {
      try {
        const output = await settle(handler(message.data, call));
        return output instanceof Answer || output instanceof DomainError ? output : answerOf(operation, output);
      } catch (error) {
        return speakable(error, operation, this.log);
      }
    });
  }

  /**
   * To an inbox alone: whoever asks may not have us speak where he may not. An answer that cannot be sent, being larger than NATS carries,
   * must not end the process.
   */
  private respond(message: Msg, answer: Answer | DomainError, operation: Operation): void {
    if (!message.reply?.startsWith(inboxes)) return;
    const send = (said: Answer | DomainError) => {
      const { body, headers } = wireOf(said);
      return message.respond(body, headers && { headers });
    };
    try {
      send(answer);
    } catch (error) {
      if (!this.nats.isClosed()) send(speakable(error, operation, this.log));
    }
  }
}
