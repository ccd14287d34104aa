import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Child } from './child.js';
import { freePort } from './free-port.js';
import { endLeftover } from './leftover.js';
import { isSince210, natsBinary } from './nats-binary.js';
import { newSecret, writePrivate } from './private-file.js';
import { diskFull, saysDiskFull, StartFailure } from './start-failure.js';

export interface NatsOptions {
  /** Closed worlds of subjects and streams; one, `local`, when not given. */
  readonly accounts?: readonly string[];
  /** Acknowledges before the disk has it: for specs that lose nothing by losing the data. */
  readonly forgetful?: boolean;
  /** Default: a free one. Given with `password`, a server started again answers under its old address. */
  readonly port?: number;
  readonly password?: string;
  /** Told what is being done when the server must first be obtained. */
  readonly tell?: (what: string) => void;
}

export interface Nats {
  /** Address with user and password of an account; the first when none is named. The user's name is the account's. */
  url(account?: string): string;
  /** Address alone, for clients that take user and password apart. */
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  readonly password: string;
  readonly origin: string;
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** A server on loopback with JetStream in `<dir>/nats` and its words in `<dir>/logs/nats.log`. */
export async function startNats(dir: string, options: NatsOptions = {}): Promise<Nats> {
  const { accounts = ['local'], forgetful = false, password = newSecret(), tell } = options;
  const store = path.join(dir, 'nats');
  const config = path.join(store, 'nats.conf');
  const logFile = path.join(dir, 'logs/nats.log');
  const { file, origin } = await natsBinary(tell);
  const pidFile = path.join(store, 'nats.pid');
  mkdirSync(store, { recursive: true });
  await endLeftover(pidFile, config);

  const port = options.port ?? (await freePort());
  const sync = !forgetful && isSince210(file) ? ', sync_interval: always' : '';
  const users = accounts.map((name) => `  ${name} { jetstream: enabled, users: [{ user: ${name}, password: "${password}" }] }`);
  writePrivate(
    config,
    [
      `host: 127.0.0.1, port: ${port}, pid_file: ${JSON.stringify(pidFile)}, max_payload: 1MB`,
      `jetstream { store_dir: ${JSON.stringify(store)}${sync} }`,
      `accounts {\n${users.join('\n')}\n}\n`,
    ].join('\n'),
  );
  const server = new Child(file, ['-c', config], { logFile });
  if (!(await server.untilSaid('Server is ready'))) {
    throw saysDiskFull(server.said) ? diskFull() : new StartFailure(`El servidor NATS no pudo iniciar; los detalles están en ${logFile}.`);
  }
  return {
    url: (account = accounts[0] ?? 'local') => `nats://${account}:${password}@127.0.0.1:${port}`,
    address: `nats://127.0.0.1:${port}`,
    port,
    pid: server.pid,
    password,
    origin,
    ended: server.ended,
    stop: () => server.stop('SIGTERM'),
  };
}
