import type { MessageHandler } from '@nestjs/microservices';
import { DomainError } from '@alianza/contracts/errors';
import { subjectOf, type Operation } from '@alianza/contracts/operation';
import { TimeoutError, type Msg, type MsgHdrs, type NatsConnection, type Subscription } from '@nats-io/transport-node';
import { AsyncResource } from 'node:async_hooks';
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

/** What is served on a connection, by subject. */
const served = new WeakMap<NatsConnection, Map<string, (message: Msg) => void>>();

/**
 * Asks what this process serves itself; null where it does not. Nobody may ask himself over NATS: whoever is asked may answer wherever the
 * question says, and so would write as anybody.
 */
export function askHere(
  nats: NatsConnection,
  question: Pick<Msg, 'subject'> & { body: string; headers: MsgHdrs; timeout: number },
): Promise<Msg> | null {
  const { subject, body, headers, timeout } = question;
  const take = served.get(nats)?.get(subject);
  if (!take) return null;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeoutError()), timeout);
    const respond: Msg['respond'] = (said = '', options) => {
      const data = Buffer.from(said as string);
      const most = nats.info?.max_payload; // unknown while the server is away
      if (most !== undefined && data.length > most) throw new TypeError('an answer larger than NATS carries');
      clearTimeout(timer);
      resolve({ headers: options?.headers, string: () => data.toString(), json: () => JSON.parse(data.toString()) as unknown } as Msg);
      return true;
    };
    take({ subject, data: Buffer.from(body), headers, reply: inboxes, respond } as Partial<Msg> as Msg);
  });
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
    const one = { operation, handler, watch: this.observer.operations.answering(operation) };
    const take = (message: Msg) => {
      const failed = (error: unknown) => this.log.error({ error, operation: operation.id }, 'an operation could not be answered');
      const work = this.answer(one, message)
        .catch(failed)
        .finally(() => this.busy.delete(work));
      this.busy.add(work);
    };
    const callback = (error: unknown, message: Msg) => {
      if (error) return this.log.error({ error, operation: operation.id }, 'an operation cannot be served');
      take(message);
    };
    const here = served.get(this.nats) ?? new Map<string, (message: Msg) => void>();
    served.set(this.nats, here.set(subjectOf(operation), AsyncResource.bind(take)));
    this.subscriptions.push(this.nats.subscribe(subjectOf(operation), { queue: this.queue, callback }));
  }

  /** Takes nothing new but what it asks of itself, finishes what it took. */
  async close(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.drain()));
    while (this.busy.size > 0) await Promise.all(this.busy);
    served.delete(this.nats);
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
