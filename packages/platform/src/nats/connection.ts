import { connect, type NatsConnection } from '@nats-io/transport-node';
import { jetstream, jetstreamManager, type JetStreamClient } from '@nats-io/jetstream';
import type { ServiceName } from '@alianza/contracts/access';

export const NATS = Symbol('NATS connection');

export interface NatsAddress {
  /** One or several, separated by commas. */
  NATS_URL: string;
  NATS_USER?: string | undefined;
  NATS_PASSWORD?: string | undefined;
}

/** Reconnects for ever: a restart of NATS must not restart us. A stack kept for each request would cost 8 % of a public read. */
export function connectNats({ NATS_URL, NATS_USER, NATS_PASSWORD }: NatsAddress, name: string): Promise<NatsConnection> {
  const servers = NATS_URL.split(',').map((url) => url.replace(/^nats:\/\//, ''));
  const credentials = NATS_USER === undefined ? {} : { user: NATS_USER, pass: NATS_PASSWORD ?? '' };
  return connect({ servers, name, ...credentials, maxReconnectAttempts: -1, reconnectTimeWait: 250, noAsyncTraces: true });
}

const dedupWindow = 2 * 60 * 1e9; // nanoseconds

/** The stream of a service's events, made when it is not there yet. */
export async function openStream(nats: NatsConnection, service: ServiceName): Promise<JetStreamClient> {
  const manager = await jetstreamManager(nats);
  await manager.streams.add({ name: service, subjects: [`ev.${service}.>`], duplicate_window: dedupWindow });
  return jetstream(nats);
}
