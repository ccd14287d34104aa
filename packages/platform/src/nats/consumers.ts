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

/** Whether the server makes it, or has it just so already. */
async function add({ consumers }: JetStreamManager, stream: string, config: Partial<ConsumerConfig>): Promise<boolean> {
  try {
    await consumers.add(stream, config);
    return true;
  } catch (error) {
    if (!hasCode(error, otherwise)) throw error;
    return false;
  }
}

async function remove({ consumers }: JetStreamManager, stream: string, durable: string): Promise<void> {
  await consumers.delete(stream, durable).catch((error: unknown) => {
    if (!isConsumerMissing(error)) throw error;
  });
}

/**
 * One that hears something else goes on from where it is. One that differs in anything more, which an update would keep or refuse, is made anew:
 * it tells again what the inbox knows.
 */
async function put(manager: JetStreamManager, consumption: Consumption): Promise<void> {
  const [{ stream, durable }, config] = [consumption, configOf(consumption)];
  if (await add(manager, stream, config)) return;
  const found = await manager.consumers.info(stream, durable);
  if (await add(manager, stream, { ...config, filter_subject: found.config.filter_subject })) {
    await manager.consumers.update(stream, durable, config);
    return;
  }
  await remove(manager, stream, durable);
  await manager.consumers.add(stream, config);
}

/** Makes consumers, or brings earlier ones up to date: their keeper's work alone. Those of streams that are not there are left for later. */
export async function putConsumers(nats: NatsConnection, consumptions: readonly Consumption[]): Promise<void> {
  const manager = await managerOf(nats);
  const late = (error: unknown) => {
    if (!isStreamMissing(error)) throw error;
  };
  await Promise.all(consumptions.map((consumption) => put(manager, consumption).catch(late)));
}

/** Removes the consumers of a stream that nobody names any more. */
export async function removeStrangers(nats: NatsConnection, stream: ServiceName, wanted: readonly Consumption[]): Promise<void> {
  const manager = await managerOf(nats);
  const known = new Set(wanted.map(({ durable }) => durable));
  try {
    const strangers: string[] = [];
    for await (const { name } of manager.consumers.list(stream)) if (!known.has(name)) strangers.push(name);
    for (const name of strangers) await remove(manager, stream, name);
  } catch (error) {
    if (!isStreamMissing(error)) throw error;
  }
}
