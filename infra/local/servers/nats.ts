import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { noteIn } from '../launcher/launch-log.js';
import { Child } from './child.js';
import { freePort } from './free-port.js';
import { endLeftover } from './leftover.js';
import { isSince210, natsBinary } from './nats-binary.js';
import type { Keeping, StreamKeeper } from '@alianza/platform/nats/stream-keeper';
import type { NatsAccount } from './nats/account.js';
import { accountsText } from './nats/configuration.js';
import { writePrivate } from './private-file.js';
import { diskFull, saysDiskFull, StartFailure } from './start-failure.js';

export interface NatsOptions {
  /** Who may enter; anybody when not given. A server started again with the same ones knows the same keys. */
  readonly accounts?: readonly NatsAccount[];
  /** Acknowledges before the disk has it: for specs that lose nothing by losing the data. */
  readonly forgetful?: boolean;
  /** Default: a free one. */
  readonly port?: number;
  /** Its place in a cluster: its own name, where others reach it, and all places. */
  readonly cluster?: { readonly name: string; readonly port: number; readonly ports: readonly number[] };
  /** Told what is being done when the server must first be obtained. */
  readonly tell?: (what: string) => void;
}

export interface Nats {
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  readonly origin: string;
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

type Files = Readonly<Record<'store' | 'config' | 'pid' | 'log', string>>;

function filesIn(dir: string): Files {
  const store = path.join(dir, 'nats');
  return { store, config: path.join(store, 'nats.conf'), pid: path.join(store, 'nats.pid'), log: path.join(dir, 'logs/nats.log') };
}

/** On loopback; public keys alone stand in it. */
function configurationText({ store, pid }: Files, port: number, { accounts, cluster }: NatsOptions, sync: boolean): string {
  const routes = cluster?.ports.map((other) => `"nats://127.0.0.1:${other}"`).join(', ');
  return [
    `host: 127.0.0.1, port: ${port}, pid_file: ${JSON.stringify(pid)}, max_payload: 1MB`,
    `jetstream { store_dir: ${JSON.stringify(store)}${sync ? ', sync_interval: always' : ''} }`,
    ...(cluster
      ? [`server_name: ${cluster.name}`, `cluster { name: alianza, host: 127.0.0.1, port: ${cluster.port}, routes: [${routes ?? ''}] }`]
      : []),
    ...(accounts ? [accountsText(accounts)] : ['']),
  ].join('\n');
}

/** A server with JetStream in `<dir>/nats`, and its words and its keeper's in `<dir>/logs/nats.log`. */
export async function startNats(dir: string, options: NatsOptions = {}): Promise<Nats> {
  const files = filesIn(dir);
  const { file, origin } = await natsBinary(options.tell);
  mkdirSync(files.store, { recursive: true });
  await endLeftover(files.pid, files.config);
  const port = options.port ?? (await freePort());
  writePrivate(files.config, configurationText(files, port, options, !options.forgetful && isSince210(file)));
  const server = new Child(file, ['-c', files.config], { logFile: files.log });
  if (!(await server.untilSaid('Server is ready'))) {
    throw saysDiskFull(server.said)
      ? diskFull()
      : new StartFailure(`El servidor NATS no pudo iniciar; los detalles están en ${files.log}.`);
  }
  const address = `nats://127.0.0.1:${port}`;
  const keepers = await keptStreams(address, options.accounts, noteIn(files.log)).catch(async (error: unknown) => {
    await server.stop('SIGTERM');
    throw error;
  });
  void server.ended.then(() => Promise.all(keepers.map((keeper) => keeper.close())));
  return { address, port, pid: server.pid, origin, ended: server.ended, stop: () => server.stop('SIGTERM') };
}

/** Whoever starts a server has streams and consumers kept, in each account, for as long as it runs. */
async function keptStreams(NATS_URL: string, accounts: NatsOptions['accounts'], note: Keeping['note']): Promise<StreamKeeper[]> {
  const { startStreamKeeper } = await import('@alianza/platform/nats/stream-keeper');
  const starting = accounts?.map(({ streams, consumptions }) =>
    startStreamKeeper({ NATS_URL, NATS_NKEY_SEED: streams }, { consumptions, note }),
  );
  return Promise.all(starting ?? []);
}
