import type { MessageHandler } from '@nestjs/microservices';
import { jetstream, type Consumer, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Event } from '@alianza/contracts/event';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../ids.js';
import { settle } from '../nats/settle.js';
import { isConsumerMissing } from '../nats/consumers.js';
import { isStreamMissing, jetStreamPatience, requestConsumer } from '../nats/streams.js';
import { watchLag } from '../observe/backlog.js';
import { Observer } from '../observe/observer.js';
import { correlation } from '../run/log.js';
import { rarely } from '../run/rarely.js';
import type { Log, Redelivery, ServiceDefinition } from '../run/service-definition.js';
import type { Consumption } from './consumes.decorator.js';
import type { DeadLetters } from './dead-letters.js';
import { Delivery } from './delivery.js';

type Give = (events: Event[]) => Promise<unknown>;

/** Milliseconds a pull lasts; two signs of life missed in it, and the consumer is asked for anew. */
const pull = 5000;
/** Milliseconds between two tries to open a consumer. */
const between = 500;

/** Eight times within half a minute. */
const usual: Redelivery = { tries: 8, pause: (delivered) => Math.min(30_000, 100 * 2 ** delivered) };

/** Later than whatever has arrived already. Not asked of `getPending()`, which also counts notes of the client to itself and would have a last event wait. */
const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Pulls events for durable consumers, one or a batch at a time, in order; acknowledges after the commit. */
export class EventsServer {
  private readonly open = new Set<ConsumerMessages>();
  private readonly running: Promise<void>[] = [];
  private readonly leaving = new AbortController();

  constructor(
    private readonly nats: NatsConnection,
    private readonly deadLetters: DeadLetters,
    private readonly log: Log,
    private readonly service: Pick<ServiceDefinition, 'name' | 'redelivery'>,
    private readonly observer = Observer.idle,
  ) {}

  /** Resolves after the first try: who consumes starts without the stream, which its owner may only make later, and listens as soon as it is there. */
  async consume(consumption: Consumption, handler: MessageHandler): Promise<void> {
    const { durable, stream, batch } = consumption;
    const give: Give = (events) => settle(handler(batch > 1 ? events : events[0], new Delivery([durable, stream])));
    this.deadLetters.learn(durable, (event) => give([event]));
    if (this.observer.metrics.on) watchLag(this.observer.metrics, this.nats, { stream, durable });
    const note = this.complaintsOf(consumption);
    const first = await this.tryOpen(consumption, note);
    this.running.push(this.attend(consumption, give, { first, note }));
  }

  /** Takes nothing new, finishes what it took. */
  async close(): Promise<void> {
    this.leaving.abort();
    await Promise.all([...this.open].map((messages) => messages.close()));
    await Promise.all(this.running);
  }

  /** For as long as the service runs: a consumer that is lost with its stream is made again. */
  private async attend(
    consumption: Consumption,
    give: Give,
    { first, note }: { first: ConsumerMessages | null; note: (error: unknown) => void },
  ): Promise<void> {
    const { signal } = this.leaving;
    for (let messages = first; ; messages = await this.tryOpen(consumption, note)) {
      if (messages) await this.loop(messages, consumption, give).catch(note);
      await pause(between, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted || this.nats.isClosed()) return;
    }
  }

  private async tryOpen({ durable, stream, batch }: Consumption, note: (error: unknown) => void): Promise<ConsumerMessages | null> {
    try {
      const consumer = await this.unlessLeaving(this.find(stream, durable));
      const messages = await consumer.consume({ max_messages: Math.max(batch, 100), expires: pull, abort_on_missing_resource: true });
      if (this.leaving.signal.aborted) messages.stop();
      return messages;
    } catch (error) {
      note(error);
      return null;
    }
  }

  /** One that is there is fetched from, whoever makes it is asked for one that is not. */
  private async find(stream: string, durable: string): Promise<Consumer> {
    const { consumers } = jetstream(this.nats, { timeout: jetStreamPatience });
    try {
      return await consumers.get(stream, durable);
    } catch (error) {
      if (!isConsumerMissing(error)) throw error;
    }
    await requestConsumer(this.nats, this.service.name, durable);
    return consumers.get(stream, durable);
  }

  /** Whoever leaves waits for no keeper. */
  private async unlessLeaving<T>(work: Promise<T>): Promise<T> {
    const done = new AbortController();
    const left = once(this.leaving.signal, 'abort', { signal: done.signal }).then(() => {
      throw new Error('leaving');
    });
    return Promise.race([work, left]).finally(() => done.abort());
  }

  /** Why a consumer hears nothing. */
  private complaintsOf({ durable, stream }: Consumption): (error: unknown) => void {
    const say = rarely((error) => {
      if (isStreamMissing(error)) this.log.warn({ consumer: durable, stream }, 'the stream is not there: its owner has to make it');
      else this.log.warn({ consumer: durable, stream, error }, 'a consumer cannot listen');
    });
    return (error) => this.leaving.signal.aborted || say(error);
  }

  private async loop(messages: ConsumerMessages, { durable, batch, heeds = () => true }: Consumption, give: Give): Promise<void> {
    this.open.add(messages);
    try {
      const arriving = messages[Symbol.asyncIterator]();
      let next = upcoming(arriving);
      for (let first = await next; !first.done; first = await next) {
        const taken = [first.value];
        next = upcoming(arriving);
        while (taken.length < batch) {
          const more = await Promise.race([next, soon()]).catch(() => undefined); // told when it is waited for
          if (!more || more.done) break;
          taken.push(more.value);
          next = upcoming(arriving);
        }
        const heeded = taken.filter(({ subject }) => heeds(subject));
        for (const message of taken) if (!heeded.includes(message)) message.ack();
        if (heeded.length > 0) await this.take(heeded, durable, give);
      }
    } finally {
      this.open.delete(messages);
    }
  }

  private async take(messages: JsMsg[], durable: string, give: Give): Promise<void> {
    const traces = messages.map(({ headers }) => headers?.get('traceparent'));
    const work = async () => {
      const events = messages.map(readEvent);
      await correlation.run(events[0]?.id ?? durable, () => give(events));
    };
    try {
      await this.observer.events.consumes(durable).take(traces, work);
      for (const message of messages) message.ack();
    } catch (error) {
      if (messages.length > 1) for (const message of messages) await this.take([message], durable, give);
      else if (messages[0]) await this.refused(messages[0], durable, error);
    }
  }

  private async refused(message: JsMsg, durable: string, error: unknown): Promise<void> {
    const { deliveryCount } = message.info;
    const { tries, pause: rest } = this.service.redelivery ?? usual;
    const event = eventOrWords(message);
    this.log.warn({ consumer: durable, event: event.id, deliveryCount, error }, 'an event was not digested');
    const buried = deliveryCount >= tries && (await this.deadLetters.bury(durable, event, error));
    if (buried) this.observer.events.buries(durable).add();
    if (buried) message.term();
    else message.nak(rest(deliveryCount));
  }
}

/** What comes next, asked for before it is waited for: failing meanwhile must not end the process. */
function upcoming(arriving: AsyncIterator<JsMsg>): Promise<IteratorResult<JsMsg>> {
  const next = arriving.next();
  next.catch(() => undefined);
  return next;
}

/** A message that is no event must end no process either; nor is it one when it names another subject than it came on. */
function readEvent(message: JsMsg): Event {
  const event = message.json<Partial<Event> | null>();
  if (typeof event?.id !== 'string' || event.subject !== message.subject) throw new Error('not an event');
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
