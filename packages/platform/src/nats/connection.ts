import { connect, errors, nkeyAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import type { Log } from '../run/service-definition.js';
import { inboxOf } from './permissions.js';

export const NATS = Symbol('NATS connection');

export interface NatsAddress {
  /** One or several, separated by commas. */
  NATS_URL: string;
  /** Proves who asks; none where the server lets anybody in. */
  NATS_NKEY_SEED?: string | undefined;
}

/**
 * For ever: a restart of NATS must not restart us, nor a server that does not know our key yet. A server that is frozen leaves its connections
 * open: after three silent pings another one is asked. One that is killed while it greets is waited for until `timeout`: the client does not
 * see that it is gone.
 */
const perseverance = {
  maxReconnectAttempts: -1,
  reconnectTimeWait: 250,
  ignoreAuthErrorAbort: true,
  pingInterval: 4000,
  maxPingOut: 2,
  timeout: 4000,
};
/** Milliseconds in which the first greeting has to come about: a process that starts on a busy machine may be slow itself. */
const patience = 20_000;

/** `name` is one word; answers arrive below it alone. A stack kept for each request would cost 8 % of a public read. */
export async function connectNats({ NATS_URL, NATS_NKEY_SEED }: NatsAddress, name: string): Promise<NatsConnection> {
  const servers = NATS_URL.split(',').map((url) => url.replace(/^nats:\/\//, ''));
  const proof = NATS_NKEY_SEED === undefined ? {} : { authenticator: nkeyAuthenticator(new TextEncoder().encode(NATS_NKEY_SEED)) };
  for (const end = performance.now() + patience; ;) {
    try {
      return await connect({ servers, name, inboxPrefix: inboxOf(name), ...proof, ...perseverance, noAsyncTraces: true });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || performance.now() > end) throw error;
    }
  }
}

const troubles = ['disconnect', 'reconnect', 'staleConnection', 'slowConsumer', 'error'];

/** Whatever befalls the connection is in the log: refused subjects, too. */
export function noteTroubles(nats: NatsConnection, log: Log): NatsConnection {
  const note = async () => {
    for await (const { type, ...rest } of nats.status())
      if (troubles.includes(type)) log.warn({ nats: type, ...rest }, 'the connection to NATS');
  };
  void note();
  return nats;
}
