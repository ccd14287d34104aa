import { services, type ServiceName } from '@alianza/contracts/access';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { setTimeout as pause } from 'node:timers/promises';
import type { Consumption } from '../events/consumes.decorator.js';
import { rarely } from '../run/rarely.js';
import { connectNats, type NatsAddress } from './connection.js';
import { putConsumers, removeStrangers } from './consumers.js';
import { consumerRequest, inboxOf, keeperName, streamRequest } from './permissions.js';
import { putStream } from './streams.js';

export interface StreamKeeper {
  /** Resolves where it may not listen, and so keeps nothing. */
  readonly refused: Promise<Error>;
  close(): Promise<void>;
}

export interface Keeping {
  /** What services consume: whoever makes consumers makes those of all. */
  readonly consumptions: readonly Consumption[];
  /** Told what nobody who asks is told, once and then rarely. */
  readonly note: (error: Error) => void;
  /** Whether consumers that nobody names stay, as on a server that is not ours alone. */
  readonly sparing?: boolean;
}

/** What is asked for, by whom and with which word. */
type Put = (service: ServiceName, word: string) => Promise<void>;

/** Milliseconds between two tries to look after what is there already. */
const between = 1000;

/**
 * Makes each service its stream whenever it asks, and all consumers. Whoever may configure either may have the server speak and listen for him
 * anywhere, so that no service may.
 */
export async function startStreamKeeper(address: NatsAddress, keeping: Keeping): Promise<StreamKeeper> {
  const { consumptions } = keeping;
  const nats = await connectNats(address, keeperName);
  const refused = Promise.withResolvers<Error>();
  const answering = (subjectFor: (service: string) => string, put: Put) =>
    nats.subscribe(subjectFor('*'), {
      queue: keeperName,
      callback: (error, message) => void (error ? refused.resolve(error) : answer(nats, message, { subjectFor, put })),
    });
  const tend = tending(nats, keeping);
  answering(streamRequest, async (service, word) => {
    await putStream(nats, service, replicasIn(word));
    void tend(service, true); // whoever listens asks for what is still missing
  });
  answering(consumerRequest, (service, word) =>
    putConsumers(
      nats,
      consumptions.filter(({ durable }) => durable === word && durable.startsWith(`${service}-`)),
    ),
  );
  await nats.flush();
  void lookAfter(nats, (service) => tend(service, keeping.sparing ?? false));
  return { refused: refused.promise, close: () => nats.close() };
}

function replicasIn(word: string): number {
  const replicas = Number(word);
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > 5) throw new Error(`not a number of servers: ${word}`);
  return replicas;
}

/** Makes the consumers of a service's stream, and removes what others have left there unless it spares that. Resolves with whether it is done. */
function tending(nats: NatsConnection, { consumptions, note }: Keeping): (service: ServiceName, sparing: boolean) => Promise<boolean> {
  const notes = new Map(
    services.map((service) => [service, rarely((cause) => note(new Error(`the consumers of ${service}: ${wordsOf(cause)}`, { cause })))]),
  );
  return async (service, sparing) => {
    try {
      const telling = consumptions.filter(({ stream }) => stream === service);
      await putConsumers(nats, telling);
      if (!sparing) await removeStrangers(nats, service, telling);
      return true;
    } catch (error) {
      if (!nats.isClosed()) notes.get(service)?.(error);
      return false;
    }
  };
}

/** What an earlier version left is as this one wants it, as soon as the servers agree on who leads them; one stream waits for no other. */
async function lookAfter(nats: NatsConnection, tend: (service: ServiceName) => Promise<boolean>): Promise<void> {
  for (let left: readonly ServiceName[] = services; !nats.isClosed(); await pause(between, undefined, { ref: false })) {
    const done = await Promise.all(left.map(tend));
    left = left.filter((_service, place) => done[place] !== true);
    if (left.length === 0) return;
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)) || 'unknown';

/** To the asker's own inbox alone: we do not speak where he may not. */
async function answer(nats: NatsConnection, message: Msg, { subjectFor, put }: { subjectFor: (service: string) => string; put: Put }) {
  const service = services.find((name) => subjectFor(name) === message.subject);
  if (!service || !message.reply?.startsWith(`${inboxOf(service)}.`)) return;
  const trouble = await put(service, message.string()).then(() => '', wordsOf);
  if (!nats.isClosed()) message.respond(trouble);
}
