import { JetStreamApiCodes, JetStreamApiError, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ServiceName } from '@alianza/contracts/access';
import { milliseconds, retention } from '@alianza/contracts/privacy/retention';
import { consumerRequest, streamRequest } from './permissions.js';

const nanoseconds = 1e6;
const dedupWindow = 2 * 60 * 1000 * nanoseconds;
/** As long as the outbox keeps what it told, and shorter than the inbox remembers what it has done: a new consumer hears nothing twice. */
const maxAge = milliseconds(retention.toldDays) * nanoseconds;
/** The server's code for a stream of this name that is configured otherwise. */
const otherwise = 10_058;
/** … and for a message whose predecessor is another one than it says. */
const outOfTurn = 10_070;

const hasCode = (error: unknown, code: number) => error instanceof JetStreamApiError && error.code === code;

export const isStreamMissing = (error: unknown): boolean => hasCode(error, JetStreamApiCodes.StreamNotFound);

/** The message before it is not the one that was expected. */
export const isOutOfTurn = (error: unknown): boolean => hasCode(error, outOfTurn);

/** Milliseconds for JetStream to answer: who waits longer for a leader that is gone asks its successor later. */
export const jetStreamPatience = 2000;

/** Asks nothing beforehand: a cluster without a leader must not keep a service from starting. */
export const managerOf = (nats: NatsConnection): Promise<JetStreamManager> =>
  jetstreamManager(nats, { checkAPI: false, timeout: jetStreamPatience });

async function request(nats: NatsConnection, subject: string, { word, timeout }: { word: string; timeout: number }): Promise<void> {
  const answer = await nats.request(subject, word, { timeout });
  const trouble = answer.string();
  if (trouble !== '') throw new Error(trouble);
}

/** Asks its keeper for the stream of a service's events, made or brought up to date. How it is made is not for its owner to say, but on how many servers. */
export const requestStream = (nats: NatsConnection, service: ServiceName, replicas = 1): Promise<void> =>
  request(nats, streamRequest(service), { word: String(replicas), timeout: 3 * jetStreamPatience });

/** Asks for a consumer that is missing; what it hears is not for whoever listens to say. Who is answered too late finds it when it looks again. */
export const requestConsumer = (nats: NatsConnection, service: ServiceName, durable: string): Promise<void> =>
  request(nats, consumerRequest(service), { word: durable, timeout: jetStreamPatience });

export async function hasStream(nats: NatsConnection, service: ServiceName): Promise<boolean> {
  const manager = await managerOf(nats);
  try {
    await manager.streams.info(service);
    return true;
  } catch (error) {
    if (isStreamMissing(error)) return false;
    throw error;
  }
}

/** Makes the stream of a service's events, or brings an earlier one up to date: their keeper's work alone. Consumers have as many replicas as it has. */
export async function putStream(nats: NatsConnection, service: ServiceName, replicas = 1): Promise<void> {
  const manager = await managerOf(nats);
  const config = { subjects: [`ev.${service}.>`], duplicate_window: dedupWindow, max_age: maxAge, num_replicas: replicas };
  try {
    await manager.streams.add({ name: service, ...config });
  } catch (error) {
    if (!hasCode(error, otherwise)) throw error;
    await manager.streams.update(service, config);
  }
}
