import { services, type ServiceName } from '@alianza/contracts/access';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { setTimeout as pause } from 'node:timers/promises';
import type { Consumption } from '../events/consumes.decorator.js';
import { connectNats, type NatsAddress } from './connection.js';
import { putConsumers, removeStrangers } from './consumers.js';
import { consumerRequest, inboxOf, keeperName, streamRequest } from './permissions.js';
import { jetStreamPatience, putStream } from './streams.js';

export interface StreamKeeper {
  /** Resolves where it may not listen, and so keeps nothing. */
  readonly refused: Promise<Error>;
  close(): Promise<void>;
}

/** What is asked for, by whom and with which word. */
type Put = (service: ServiceName, word: string) => Promise<void>;

/** Milliseconds between two tries to look after what is there already. */
const between = 1000;

async function request(nats: NatsConnection, subject: string, word: string): Promise<void> {
  const answer = await nats.request(subject, word, { timeout: 3 * jetStreamPatience });
  const trouble = answer.string();
  if (trouble !== '') throw new Error(trouble);
}

/** Asks for the stream of a service's events, made or brought up to date. How it is made is not for its owner to say, but on how many servers. */
export const requestStream = (nats: NatsConnection, service: ServiceName, replicas = 1): Promise<void> =>
  request(nats, streamRequest(service), String(replicas));

/** Asks for a consumer that is missing; what it hears is not for whoever listens to say. */
export const requestConsumer = (nats: NatsConnection, service: ServiceName, durable: string): Promise<void> =>
  request(nats, consumerRequest(service), durable);

/**
 * Makes each service its stream whenever it asks, and all consumers. Whoever may configure either may have the server speak and listen for him
 * anywhere, so that no service may.
 */
export async function startStreamKeeper(address: NatsAddress, consumptions: readonly Consumption[]): Promise<StreamKeeper> {
  const nats = await connectNats(address, keeperName);
  const refused = Promise.withResolvers<Error>();
  const answering = (subjectFor: (service: string) => string, put: Put) =>
    nats.subscribe(subjectFor('*'), {
      queue: keeperName,
      callback: (error, message) => void (error ? refused.resolve(error) : answer(nats, message, { subjectFor, put })),
    });
  answering(streamRequest, async (service, word) => {
    await putStream(nats, service, replicasIn(word));
    const telling = consumptions.filter(({ stream }) => stream === service);
    await putConsumers(nats, telling);
  });
  answering(consumerRequest, (service, word) =>
    putConsumers(
      nats,
      consumptions.filter(({ durable }) => durable === word && durable.startsWith(`${service}-`)),
    ),
  );
  await nats.flush();
  void lookAfter(nats, consumptions);
  return { refused: refused.promise, close: () => nats.close() };
}

function replicasIn(word: string): number {
  const replicas = Number(word);
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > 5) throw new Error(`not a number of servers: ${word}`);
  return replicas;
}

/** What an earlier version left is as this one wants it, as soon as the servers agree on who leads them. */
async function lookAfter(nats: NatsConnection, consumptions: readonly Consumption[]): Promise<void> {
  for (let done = false; !done && !nats.isClosed();) {
    try {
      for (const service of services) await removeStrangers(nats, service, consumptions);
      await putConsumers(nats, consumptions);
      done = true;
    } catch {
      await pause(between, undefined, { ref: false });
    }
  }
}

/** To the asker's own inbox alone: we do not speak where he may not. */
async function answer(nats: NatsConnection, message: Msg, { subjectFor, put }: { subjectFor: (service: string) => string; put: Put }) {
  const service = services.find((name) => subjectFor(name) === message.subject);
  if (!service || !message.reply?.startsWith(`${inboxOf(service)}.`)) return;
  const trouble = await put(service, message.string()).then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : String(error)) || 'unknown',
  );
  if (!nats.isClosed()) message.respond(trouble);
}
