import { services, type ServiceName } from '@alianza/contracts/access';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { connectNats, type NatsAddress } from './connection.js';
import { inboxOf, keeperName, streamRequest } from './permissions.js';
import { jetStreamPatience, putStream } from './streams.js';

export interface StreamKeeper {
  /** Resolves where it may not listen, and so keeps nothing. */
  readonly refused: Promise<Error>;
  close(): Promise<void>;
}

/** Asks for the stream of a service's events, made or brought up to date. How it is made is not for its owner to say, but on how many servers. */
export async function requestStream(nats: NatsConnection, service: ServiceName, replicas = 1): Promise<void> {
  const answer = await nats.request(streamRequest(service), String(replicas), { timeout: 3 * jetStreamPatience });
  const trouble = answer.string();
  if (trouble !== '') throw new Error(trouble);
}

/** Makes each service its stream, whenever it asks. Whoever may configure a stream may have it speak and listen anywhere, so that no service may. */
export async function startStreamKeeper(address: NatsAddress): Promise<StreamKeeper> {
  const nats = await connectNats(address, keeperName);
  const refused = Promise.withResolvers<Error>();
  nats.subscribe(streamRequest('*'), {
    queue: keeperName,
    callback: (error, message) => void (error ? refused.resolve(error) : answer(nats, message)),
  });
  await nats.flush();
  return { refused: refused.promise, close: () => nats.close() };
}

/** To the asker's own inbox alone: we do not speak where he may not. */
async function answer(nats: NatsConnection, message: Msg): Promise<void> {
  const service = services.find((name) => streamRequest(name) === message.subject);
  if (!service || !message.reply?.startsWith(`${inboxOf(service)}.`)) return;
  const replicas = Number(message.string());
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > 5)
    return void message.respond(`not a number of servers: ${message.string()}`);
  const trouble = await putStream(nats, service, replicas).then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : String(error)) || 'unknown',
  );
  if (!nats.isClosed()) message.respond(trouble);
}
