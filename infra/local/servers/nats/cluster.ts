import { connectNats } from '@alianza/platform/nats/connection';
import { managerOf } from '@alianza/platform/nats/streams';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../free-port.js';
import { startNats, type Nats } from '../nats.js';
import type { NatsAccount } from './account.js';

export interface ClusterOptions {
  readonly account: NatsAccount;
  readonly nodes?: number;
}

/** A place in a cluster, which keeps its data and its address while nobody runs there. */
export interface NatsNode {
  /** As the server itself is called. */
  readonly name: string;
  readonly address: string;
  readonly running: Nats | null;
  start(): Promise<void>;
  /** Asks it to leave. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Neither moves nor closes a connection, until `thaw`. */
  freeze(): void;
  thaw(): void;
}

export interface NatsCluster {
  readonly nodes: readonly NatsNode[];
  /** All addresses, as a client takes them. */
  readonly url: string;
  /** Resolves when the servers agree again on who leads them: whatever is asked of JetStream before is refused. */
  untilLed(within?: number): Promise<void>;
  stop(): Promise<void>;
}

function nodeAt(
  dir: string,
  place: { name: string; port: number; routePort: number },
  others: { account: NatsAccount; ports: readonly number[] },
): NatsNode {
  const { name, port, routePort } = place;
  let running: Nats | null = null;
  const start = async () => {
    const cluster = { name, port: routePort, ports: others.ports };
    const started = await startNats(path.join(dir, name), { accounts: [others.account], port, cluster });
    running = started;
    void started.ended.then(() => {
      if (running === started) running = null;
    });
  };
  const signal = (what: NodeJS.Signals) => {
    if (!running) throw new Error(`${name} does not run`);
    process.kill(running.pid, what);
    return running;
  };
  return {
    name,
    address: `nats://127.0.0.1:${port}`,
    get running() {
      return running;
    },
    start,
    stop: async () => running?.stop(),
    kill: async () => {
      await signal('SIGKILL').ended;
    },
    freeze: () => void signal('SIGSTOP'),
    thaw: () => void signal('SIGCONT'),
  };
}

/** Three servers unless told otherwise, on loopback and durable, each in a folder of its own below `dir`; they have a leader when this resolves. */
export async function startNatsCluster(dir: string, { account, nodes: count = 3 }: ClusterOptions): Promise<NatsCluster> {
  const places: { name: string; port: number; routePort: number }[] = [];
  for (let n = 1; n <= count; n++) places.push({ name: `nats-${n}`, port: await freePort(), routePort: await freePort() });
  const ports = places.map(({ routePort }) => routePort);
  const nodes = places.map((place) => nodeAt(dir, place, { account, ports }));
  const url = nodes.map(({ address }) => address).join(',');
  const stop = async () => {
    for (const { running } of nodes) if (running) process.kill(running.pid, 'SIGCONT'); // a frozen one hears nothing
    await Promise.all(nodes.map((node) => node.stop()));
  };
  const cluster = { nodes, url, stop, untilLed: (within = 30_000) => untilLed(url, account.keeper, within) };
  try {
    await Promise.all(nodes.map((node) => node.start()));
    await cluster.untilLed();
  } catch (error) {
    await stop();
    throw error;
  }
  return cluster;
}

async function untilLed(url: string, seed: string, within: number): Promise<void> {
  const connection = await connectNats({ NATS_URL: url, NATS_NKEY_SEED: seed }, 'cluster');
  try {
    const manager = await managerOf(connection);
    for (const end = performance.now() + within; ; await pause(100)) {
      // who leads takes what has to be agreed upon
      const isLed = await manager.streams
        .names()
        .next()
        .then(
          () => true,
          () => false,
        );
      if (isLed) return;
      if (performance.now() > end) throw new Error(`the servers had no leader within ${within} ms`);
    }
  } finally {
    await connection.close();
  }
}
