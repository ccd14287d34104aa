import { provision } from '@alianza/local/databases';
import { limitNames } from '@alianza/gateway/limits/rules';
import { environmentsFor, type Parts } from '@alianza/local/environments';
import type { Identity } from '@alianza/local/identity/identity';
import { freePort } from '@alianza/local/servers/free-port';
import { startNats } from '@alianza/local/servers/nats';
import { grantsOf, newNatsAccount } from '@alianza/local/servers/nats/account';
import { startPostgres } from '@alianza/local/servers/postgres';
import { definitions } from '@alianza/local/services';
import { builtWeb } from '@alianza/local/web';
import { surround } from '@alianza/testing/surroundings';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Observer } from '@alianza/platform/observe/observer';
import type { Config } from '@alianza/platform/run/service-definition';
import { fill, invent, type SyntheticNetwork, type SyntheticPractice } from './dataset.js';
import { fillBeside, withFiles } from './furnishing.js';
import { inventCorpus, queriesFor, smallMix, usualMix, type Mix, type Query } from './search-corpus.js';
import { HelperProcess, LoadProcess } from '../processes/helper-process.js';
import { isWanted, type BenchOptions } from '../options.js';
import { Population, type Writer } from './people.js';
import type { ProductSettings } from '../processes/product-process.js';
import type { ReferenceSettings } from '../processes/reference-process.js';

/** Everything that a line of the bench is measured on. */
export interface Stage {
  readonly ports: { readonly product: number; readonly plain: number; readonly known: number; readonly reference: number };
  readonly networks: readonly SyntheticNetwork[];
  readonly practices: readonly SyntheticPractice[];
  readonly writers: readonly Writer[];
  /** One network that is searched, and what is asked; null where no line asks. */
  readonly corpus: Corpus | null;
  /** One with ten times as many records. */
  readonly large: SyntheticNetwork | null;
  readonly mixes: { readonly large: Mix };
  /** As the service's role. */
  readonly databaseUrl: string;
  readonly population: Population;
  readonly load: LoadProcess;
  readonly product: HelperProcess;
  readonly reference: HelperProcess;
  /** In place of the product, which ends: the same with every request traced. */
  readonly observedProduct: () => Promise<HelperProcess>;
  /** Which parts share a process. */
  readonly layout: readonly string[];
  /** Address of a service's database as superuser. */
  mightyUrl(service: string): string;
}

export interface Corpus {
  readonly network: SyntheticNetwork;
  readonly queries: readonly Query[];
}

const writersEach = 3;
const hundred = 100;

/** What is asked of kept answers. */
export const wanted = (practices: readonly SyntheticPractice[]): SyntheticPractice[] => {
  const apart = Math.max(1, Math.floor(practices.length / hundred));
  return practices.filter((_practice, index) => index % apart === 0).slice(0, hundred);
};

type Later = (stop: () => unknown) => void;

/** Servers with the settings of `npm start`, the product, the references and the load; `later` hears how each is ended. */
export async function setStage(options: BenchOptions, later: Later): Promise<Stage> {
  const dir = mkdtempSync(path.join(tmpdir(), 'alianza-bench-'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  later(remove);
  process.once('exit', remove); // also where the end came while servers were still being started
  chmodSync(dir, 0o755); // PostgreSQL may run as another user
  const { parts, identity, adminUrl, keeper } = await startServers(dir, later);
  const [plainPort, knownPort] = [await freePort(), await freePort()];
  const environments = withoutLimits(environmentsFor(parts));
  const startProduct = async (observed: boolean): Promise<HelperProcess> => {
    const started = new HelperProcess('product-process.ts');
    later(() => started.stop());
    await started.tell({ environments, plainPort, knownPort, observed } satisfies ProductSettings);
    return started;
  };
  const product = await startProduct(false);

  const population = new Population(identity, parts.origin);
  const networks = await population.openNetworks(options.networks);
  const writers = await population.enrol(networks, writersEach);
  const practices = invent(networks, options.practices);
  const mightyUrl = (service: string) => Object.assign(new URL(adminUrl), { pathname: `/alianza_${service}` }).toString();
  await fill(mightyUrl('repository'), practices.map(withFiles)); // drafted they are without: those of others nobody may hand in
  await fillBeside(
    mightyUrl('repository'),
    networks.map(({ id }) => id),
  );
  const databaseUrl = parts.databases.repository ?? '';
  const searched = await search(options, { population, mightyUrl: mightyUrl('repository'), databaseUrl });

  const port = await freePort();
  const reference = new HelperProcess('reference-process.ts');
  later(() => reference.stop());
  await reference.tell({
    port,
    nats: { NATS_URL: parts.nats.url, NATS_NKEY_SEED: keeper },
    databaseUrl,
    mightyUrl: mightyUrl('repository'),
    networks: Object.fromEntries([...networks, ...(searched.corpus ? [searched.corpus.network] : [])].map(({ code, id }) => [code, id])),
    memory: await bodiesOf(wanted(practices), parts.origin),
  } satisfies ReferenceSettings);
  const load = new LoadProcess();
  later(() => load.stop());
  const layout = [
    `product: membership, repository, notifications, audit and gateway in one process (${product.pid}); in it a second gateway that keeps no answers, and a third that asks once who somebody is`,
    `references: memory, direct and floor in one process (${reference.pid})`,
    `load: one process (${load.pid}); PostgreSQL (durable) and NATS: their own; issuer and mailbox: with this one`,
  ];
  return {
    ports: { product: parts.port, plain: plainPort, known: knownPort, reference: port },
    networks,
    practices,
    ...searched,
    databaseUrl,
    writers,
    population,
    load,
    product,
    reference,
    observedProduct: async () => {
      await product.stop();
      return startProduct(true);
    },
    layout,
    mightyUrl,
  };
}

interface Filling {
  readonly population: Population;
  readonly mightyUrl: string;
  readonly databaseUrl: string;
}

/** What the lines of search ask for: it takes its time, so only where one of them is wanted. */
async function search(options: BenchOptions, { population, mightyUrl, databaseUrl }: Filling) {
  const mixes = { large: options.judged ? usualMix : smallMix };
  const isAsked = (line: string) => isWanted(options, line);
  const scaled = isAsked('search-scale-few'); // as is `search-scale`, whose name begins it
  if (!scaled && !['search-rate', 'search-latency', 'search-rebuild'].some(isAsked)) return { corpus: null, large: null, mixes };
  const [network, large] = await population.openNetworks(2);
  if (!network || !large) throw new Error('no network to search');
  await fill(mightyUrl, inventCorpus(network, options.corpus));
  if (scaled) await fill(mightyUrl, inventCorpus(large, 10 * options.corpus));
  const reads = new PublicReads({ DATABASE_URL: databaseUrl } as Config, Observer.idle);
  try {
    const queries = await queriesFor(reads, network.id, mixes.large);
    return { corpus: { network, queries }, large: scaled ? large : null, mixes };
  } finally {
    await reads.onApplicationShutdown();
  }
}

const plenty = { most: 1_000_000_000, seconds: 60 };

/** Limits count as ever, and let everything through. */
function withoutLimits(environments: ProductSettings['environments']): ProductSettings['environments'] {
  const limits = JSON.stringify(Object.fromEntries(limitNames.map((name) => [name, plenty])));
  return { ...environments, gateway: { ...environments.gateway, LIMITS: limits } };
}

interface Ground {
  readonly parts: Parts;
  readonly identity: Identity;
  readonly adminUrl: string;
  /** For the reference, which is no service. */
  readonly keeper: string;
}

async function startServers(dir: string, later: Later): Promise<Ground> {
  const kept = async <T extends { stop(): unknown }>(starting: Promise<T>): Promise<T> => {
    const started = await starting;
    later(() => started.stop());
    return started;
  };
  const { seeds, keeper, ...account } = newNatsAccount('alianza', grantsOf(definitions));
  const [postgres, nats, webDist] = await Promise.all([
    kept(startPostgres(dir)),
    kept(startNats(dir, { accounts: [{ ...account, seeds, keeper }] })),
    builtWeb(),
  ]);
  const databases = await provision(postgres.url, definitions);
  const { parts, identity, close } = await surround({ dir, nats: { url: nats.address, seeds }, databases, webDist });
  later(close);
  const logFile = (service: string) => path.join(dir, 'logs', `${service}.log`);
  return { parts: { ...parts, mode: 'development', generous: true, logLevel: 'info', logFile }, identity, adminUrl: postgres.url, keeper };
}

/** Bytes for the memory reference: those that the product answers. */
async function bodiesOf(practices: readonly SyntheticPractice[], origin: string): Promise<Record<string, string>> {
  const bodies: Record<string, string> = {};
  for (const { network, slug } of practices) {
    const answer = await fetch(`${origin}/api/v1/${network.code}/practices/${slug}`);
    if (!answer.ok) throw new Error(`${slug}: ${answer.status}`);
    bodies[`${network.code}/${slug}`] = await answer.text();
  }
  return bodies;
}
