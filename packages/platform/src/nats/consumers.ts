import { AckPolicy, JetStreamApiCodes, JetStreamApiError, type ConsumerConfig, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { ServiceName } from '@alianza/contracts/access';
import type { Consumption } from '../events/consumes.decorator.js';
import { isStreamMissing, managerOf } from './streams.js';

/** Nanoseconds until an unanswered delivery is repeated. */
const patience = 30e9;
/** The server's code for a consumer of this name that is configured otherwise. */
const otherwise = 10_148;

const hasCode = (error: unknown, code: number) => error instanceof JetStreamApiError && error.code === code;

export const isConsumerMissing = (error: unknown): boolean => hasCode(error, JetStreamApiCodes.ConsumerNotFound);

/** Fetched from by whoever listens, and never sent anywhere: the server would send with its own authority. */
const configOf = ({ durable, filter }: Consumption): Partial<ConsumerConfig> => ({
  durable_name: durable,
  filter_subject: filter,
  ack_policy: AckPolicy.Explicit,
  ack_wait: patience,
});

async function put({ consumers }: JetStreamManager, consumption: Consumption): Promise<void> {
  const { stream, durable } = consumption;
  try {
    await consumers.add(stream, configOf(consumption));
  } catch (error) {
    if (!hasCode(error, otherwise)) throw error;
    await consumers.update(stream, durable, configOf(consumption));
  }
}

/** Makes consumers, or brings earlier ones up to date: their keeper's work alone. Those of streams that are not there are left for later. */
export async function putConsumers(nats: NatsConnection, consumptions: readonly Consumption[]): Promise<void> {
  const manager = await managerOf(nats);
  const late = (error: unknown) => {
    if (!isStreamMissing(error)) throw error;
  };
  await Promise.all(consumptions.map((consumption) => put(manager, consumption).catch(late)));
}

/** Removes the consumers of a stream that nobody names any more, and whatever is sent elsewhere. */
export async function removeStrangers(nats: NatsConnection, stream: ServiceName, consumptions: readonly Consumption[]): Promise<void> {
  const { consumers } = await managerOf(nats);
  const known = new Set(consumptions.filter((each) => each.stream === stream).map(({ durable }) => durable));
  try {
    const strangers: string[] = [];
    for await (const { name, config } of consumers.list(stream))
      if (!known.has(name) || config.deliver_subject !== undefined) strangers.push(name);
    for (const name of strangers) await consumers.delete(stream, name);
  } catch (error) {
    if (!isStreamMissing(error)) throw error;
  }
}
