import type { MessageHandler } from '@nestjs/microservices';
import { AckPolicy, jetstreamManager, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Event } from '@alianza/contracts/event';
import { newId } from '../ids.js';
import { openStream } from '../nats/connection.js';
import { settle } from '../nats/settle.js';
import { correlation } from '../run/log.js';
import type { Log, Redelivery } from '../run/service-definition.js';
import type { Consumption } from './consumes.decorator.js';
import type { DeadLetters } from './dead-letters.js';
import { Delivery } from './delivery.js';

const patience = 30e9; // nanoseconds until an unanswered delivery is repeated

/** Eight times within half a minute. */
const usual: Redelivery = { tries: 8, pause: (delivered) => Math.min(30_000, 100 * 2 ** delivered) };

/** Later than whatever has arrived already. Not asked of `getPending()`, which also counts notes of the client to itself and would have a last event wait. */
const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Pulls events for durable consumers, one or a batch at a time, in order; acknowledges after the commit. */
export class EventsServer {
  private readonly open: ConsumerMessages[] = [];
  private readonly running: Promise<void>[] = [];

  constructor(
    private readonly nats: NatsConnection,
    private readonly deadLetters: DeadLetters,
    private readonly log: Log,
    private readonly redelivery: Redelivery = usual,
  ) {}

  async consume(consumption: Consumption, handler: MessageHandler): Promise<void> {
    const { durable, stream, filter, batch } = consumption;
    const js = await openStream(this.nats, stream);
    const manager = await jetstreamManager(this.nats);
    await manager.consumers.add(stream, {
      durable_name: durable,
      filter_subject: filter,
      ack_policy: AckPolicy.Explicit,
      ack_wait: patience,
    });
    const give = (events: Event[]) => settle(handler(batch > 1 ? events : events[0], new Delivery([durable, stream])));
    this.deadLetters.learn(durable, (event) => give([event]));
    const messages = await (await js.consumers.get(stream, durable)).consume({ max_messages: Math.max(batch, 100) });
    this.open.push(messages);
    this.running.push(this.loop(messages, consumption, give));
  }

  /** Takes nothing new, finishes what it took. */
  async close(): Promise<void> {
    await Promise.all(this.open.map((messages) => messages.close()));
    await Promise.all(this.running);
  }

  private async loop(
    messages: ConsumerMessages,
    { durable, batch }: Consumption,
    give: (events: Event[]) => Promise<unknown>,
  ): Promise<void> {
    const arriving = messages[Symbol.asyncIterator]();
    let next = arriving.next();
    for (let first = await next; !first.done; first = await next) {
      const taken = [first.value];
      next = arriving.next();
      while (taken.length < batch) {
        const more = await Promise.race([next, soon()]);
        if (!more || more.done) break;
        taken.push(more.value);
        next = arriving.next();
      }
      await this.take(taken, durable, give);
    }
  }

  private async take(messages: JsMsg[], durable: string, give: (events: Event[]) => Promise<unknown>): Promise<void> {
    try {
      const events = messages.map(readEvent);
      await correlation.run(events[0]?.id ?? durable, () => give(events));
      for (const message of messages) message.ack();
    } catch (error) {
      if (messages.length > 1) for (const message of messages) await this.take([message], durable, give);
      else if (messages[0]) await this.refused(messages[0], durable, error);
    }
  }

  private async refused(message: JsMsg, durable: string, error: unknown): Promise<void> {
    const { deliveryCount } = message.info;
    const event = eventOrWords(message);
    this.log.warn({ consumer: durable, event: event.id, deliveryCount, error }, 'an event was not digested');
    const buried = deliveryCount >= this.redelivery.tries && (await this.deadLetters.bury(durable, event, error));
    if (buried) message.term();
    else message.nak(this.redelivery.pause(deliveryCount));
  }
}

/** A message that is no event must end no process either. */
function readEvent(message: JsMsg): Event {
  const event = message.json<Partial<Event> | null>();
  if (typeof event?.id !== 'string' || typeof event.subject !== 'string') throw new Error('not an event');
  return event as Event;
}

/** As a dead letter keeps it: the event, or whatever stood in its place. */
function eventOrWords(message: JsMsg): Pick<Event, 'id' | 'subject'> {
  try {
    return readEvent(message);
  } catch {
    const words = message.string().toWellFormed().replaceAll('\0', '');
    return { id: newId(), subject: message.subject, words } as Pick<Event, 'id' | 'subject'>;
  }
}
