import { services, type ServiceName } from '@alianza/contracts/access';
import type { Parts } from '@alianza/local/environments';
import { Fleet, type Place } from '@alianza/local/processes/fleet';
import { startNats } from '@alianza/local/servers/nats';
import { grantsOf, newNatsAccount } from '@alianza/local/servers/nats/account';
import type { Postgres } from '@alianza/local/servers/postgres';
import { definitions } from '@alianza/local/services';
import { connectNats } from '@alianza/platform/nats/connection';
import type { NatsConnection } from '@nats-io/transport-node';
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { surround } from '../surroundings.js';
import type { World } from '../world.js';
import { newFolder, openCluster } from './cluster.js';
import { dropLoads } from './load.js';

/** Servers of messages, one or several. */
export interface MessageServers {
  readonly parts: Parts['nats'];
  stop(): Promise<unknown>;
}

export interface ProcessesOptions {
  /** Processes of each service, the gateway too. */
  readonly replicas?: number;
  /** Starts other servers of messages than the usual one. */
  readonly messages?: (dir: string) => Promise<MessageServers>;
}

/** The product in processes of its own, on servers of its own that forget nothing. */
export interface Processes extends World {
  readonly dir: string;
  readonly parts: Parts;
  readonly fleet: Fleet;
  readonly postgres: Postgres;
  /** `membership-1` and its like. */
  place(name: string): Place;
  placesOf(service: ServiceName): readonly Place[];
  /** Ends a process as a crash would: nobody is told before. Resolves when it is gone. */
  crash(name: string): Promise<void>;
  /** Who stands where: the same again means that nobody was restarted. */
  pids(): readonly (readonly [string, number | undefined])[];
  /** Whether every process says that it lives. */
  allLive(): Promise<boolean>;
  /** Seconds for which any event loop stood still at most, by its own measure, since this was last asked. */
  longestStall(): Promise<number>;
  /** Reads or changes a service's database as superuser, whom no row-level security binds. */
  rows<Row extends object>(service: ServiceName, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** A connection of a superuser's own, for transactions that others wait for. */
  client(service: ServiceName): Promise<pg.Client>;
  readonly nats: NatsConnection;
}

process.setMaxListeners(100); // each process that is started adds one, so that none outlives us

type Close = () => unknown;

async function oneServer(dir: string): Promise<MessageServers> {
  const account = newNatsAccount('alianza', grantsOf(definitions));
  const nats = await startNats(dir, { accounts: [account] });
  return { parts: { url: nats.address, seeds: account.seeds, keeper: account.keeper }, stop: () => nats.stop() };
}

/** What was opened is closed in the end, the last first, also where opening the rest failed. */
async function closeAll(closes: Close[]): Promise<void> {
  for (const close of closes.splice(0).reverse()) await close();
}

export async function openProcesses(options: ProcessesOptions = {}): Promise<Processes> {
  const closes: Close[] = [];
  try {
    return await open(options, closes);
  } catch (error) {
    await closeAll(closes);
    throw error;
  }
}

async function open({ replicas = 2, messages = oneServer }: ProcessesOptions, closes: Close[]): Promise<Processes> {
  const keep = async <T>(starting: Promise<T>, close: (started: T) => unknown): Promise<T> => {
    const started = await starting;
    closes.push(() => close(started));
    return started;
  };
  const dir = newFolder('fault');
  closes.push(() => rmSync(dir, { recursive: true, force: true }));
  const { postgres, databases, webDist } = await keep(openCluster(dir), (cluster) => cluster.postgres.stop());
  const { parts: nats } = await keep(messages(dir), (servers) => servers.stop());
  const { close: _closedBelow, ...surroundings } = await keep(surround({ dir, nats, databases, webDist }), ({ close }) => close());
  const clients = new Clients(postgres.url);
  closes.push(() => clients.close());
  const { url: NATS_URL, keeper: NATS_NKEY_SEED } = nats;
  const connection = await keep(connectNats({ NATS_URL, NATS_NKEY_SEED }, 'fault'), (opened) => opened.close());
  const fleet = new Fleet(surroundings.parts, { replicas, gateways: replicas, logs: path.join(dir, 'logs') });
  closes.push(() => end(fleet), dropLoads);
  await fleet.start();
  const service = (name: ServiceName): never => {
    throw new Error(`${name} runs in a process of its own`);
  };
  return { ...surroundings, ...reach(fleet, clients), fleet, postgres, nats: connection, service, close: () => closeAll(closes) };
}

/** At once: nobody asks any more, and what it takes to leave in good order is a spec's business. */
async function end(fleet: Fleet): Promise<void> {
  await Promise.all(fleet.places.map((place) => place.kill()));
  await fleet.stop();
}

function reach(
  fleet: Fleet,
  clients: Clients,
): Pick<Processes, 'place' | 'placesOf' | 'crash' | 'pids' | 'allLive' | 'longestStall' | 'rows' | 'client'> {
  const place = (name: string): Place => {
    const found = fleet.places.find((each) => each.name === name);
    if (!found) throw new Error(`no place ${name}`);
    return found;
  };
  const crash = async (name: string) => {
    const { process: running } = place(name);
    if (!running) throw new Error(`nobody runs at ${name}`);
    process.kill(running.pid, 'SIGKILL');
    await running.ended;
  };
  return {
    place,
    placesOf: (service) => fleet.places.filter((each) => each.service === service),
    crash,
    pids: () => fleet.places.map(({ name, process: running }) => [name, running?.pid] as const),
    allLive: async () => (await Promise.all(fleet.places.map(lives))).every(Boolean),
    longestStall: async () => Math.max(...(await Promise.all(fleet.places.map(stallOf)))),
    rows: (service, sql, values) => clients.rows(service, sql, values),
    client: (service) => clients.open(service),
  };
}

/** Within half a second, asked five times at most: who hangs misses every question, anybody one in which the machine stands still. */
async function lives({ process: running }: Place): Promise<boolean> {
  const isAnswered = () =>
    fetch(`${running?.healthUrl ?? ''}/salud`, { signal: AbortSignal.timeout(500) }).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let asked = 0; asked < 5; asked++) if (await isAnswered()) return true;
  return false;
}

/** Its histogram begins anew with each reading. */
async function stallOf({ name, process: running }: Place): Promise<number> {
  const text = await (await fetch(`${running?.healthUrl ?? ''}/metrics`)).text();
  const seconds = /^nodejs_eventloop_lag_max_seconds\S* (\S+)$/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error(`${name} does not measure its event loop`);
  return Number(seconds);
}

/** Superuser's connections: one pool per database for questions, and single ones for who holds locks. */
class Clients {
  private readonly pools: Readonly<Record<ServiceName, pg.Pool>>;
  private readonly single: pg.Client[] = [];

  constructor(private readonly url: string) {
    const pool = (service: ServiceName) => new pg.Pool({ connectionString: this.addressOf(service), max: 4 }).on('error', () => undefined);
    this.pools = Object.fromEntries(services.map((service) => [service, pool(service)])) as Record<ServiceName, pg.Pool>;
  }

  async rows<Row extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pools[service].query(sql, [...values])).rows as Row[];
  }

  async open(service: ServiceName): Promise<pg.Client> {
    const client = new pg.Client(this.addressOf(service));
    client.on('error', () => undefined); // the server may be what a spec takes away
    this.single.push(client);
    await client.connect();
    return client;
  }

  async close(): Promise<void> {
    const ends = [...this.single, ...Object.values(this.pools)].map((each) => each.end().catch(() => undefined));
    await Promise.all(ends);
  }

  private readonly addressOf = (service: ServiceName) => Object.assign(new URL(this.url), { pathname: `/alianza_${service}` }).toString();
}
