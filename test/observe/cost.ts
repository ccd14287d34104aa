// What metrics and traces cost: a public read by address that nobody keeps, asked of products beside each other, by turns.
//   node_modules/.bin/node --import ./infra/local/swc-register.mjs test/observe/cost.ts [rounds] [seconds] [part of a name]
import 'reflect-metadata';
import { provision } from '@alianza/local/databases';
import { environmentsFor, type Parts } from '@alianza/local/environments';
import { freePort } from '@alianza/local/servers/free-port';
import { startNats } from '@alianza/local/servers/nats';
import { grantsOf, newNatsAccount } from '@alianza/local/servers/nats/account';
import { startPostgres } from '@alianza/local/servers/postgres';
import { definitions } from '@alianza/local/services';
import { builtWeb } from '@alianza/local/web';
import { limitNames } from '@alianza/gateway/limits/rules';
import { openReceiver } from '@alianza/testing/observe/otlp-receiver';
import { surround } from '@alianza/testing/surroundings';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HelperProcess, LoadProcess } from '../load/processes/helper-process.js';
import { fill, invent } from '../load/stage/dataset.js';
import { Population } from '../load/stage/people.js';

const [rounds = 20, seconds = 1] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4] ?? '';
const connections = 50;
const stops: (() => unknown)[] = [];
const say = (line: string) => void process.stdout.write(`${line}\n`);
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

type Env = Readonly<Record<string, string>>;

const plenty = { most: 1_000_000_000, seconds: 60 };
const LIMITS = JSON.stringify(Object.fromEntries(limitNames.map((name) => [name, plenty])));

/** One product for each kind, on the same databases; an account of NATS each keeps their requests apart. */
async function ground(count: number) {
  const dir = mkdtempSync(path.join(tmpdir(), 'alianza-cost-'));
  chmodSync(dir, 0o755); // PostgreSQL may run as another user
  stops.push(() => rmSync(dir, { recursive: true, force: true }));
  const accounts = Array.from({ length: count }, (_none, index) => newNatsAccount(`product-${index}`, grantsOf(definitions)));
  const [postgres, nats, webDist] = await Promise.all([startPostgres(dir), startNats(dir, { accounts }), builtWeb()]);
  stops.push(() => Promise.all([postgres.stop(), nats.stop()]));
  const databases = await provision(postgres.url, definitions);
  const around = await surround({ dir, nats: { url: nats.address }, databases, webDist });
  stops.push(() => around.close());
  const logFile = (name: string) => path.join(dir, `${name}.log`);
  const partsOf = (index: number, port: number): Parts => ({
    ...around.parts,
    nats: { url: nats.address, seeds: accounts[index]?.seeds },
    ...{ mode: 'development', logLevel: 'info', logFile, port },
  });
  const mighty = Object.assign(new URL(postgres.url), { pathname: '/alianza_repository' }).toString();
  return { partsOf, population: new Population(around.identity, around.origin), firstPort: around.parts.port, mighty };
}

/** Answers where it answers without keeping anything. */
async function startProduct(parts: Parts, env: Env) {
  const plainPort = await freePort();
  const each = Object.entries(environmentsFor(parts)).map(([name, own]) => [
    name,
    { ...own, ...(name === 'gateway' && { LIMITS }), ...env },
  ]);
  const product = new HelperProcess('product-process.ts');
  stops.push(() => product.stop());
  await product.tell({ environments: Object.fromEntries(each), plainPort, observed: false });
  return { product, port: plainPort };
}

async function main(): Promise<void> {
  const collector = await openReceiver();
  stops.push(() => collector.close());
  const traced = { METRICS: 'on', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  const all: Readonly<Record<string, Env>> = {
    'metrics off': { METRICS: 'off' },
    'metrics on': { METRICS: 'on' },
    'with one in a hundred traced': { ...traced, OTEL_TRACES_SAMPLER_ARG: '0.01' },
    'with all traced': traced,
  };
  const kinds = Object.entries(all).filter(([kind], index) => index === 0 || kind.includes(only));
  const { partsOf, population, firstPort, mighty } = await ground(kinds.length);
  const products: { kind: string; product: HelperProcess; port: number; taken: { perSecond: number; processor: number }[] }[] = [];
  for (const [index, [kind, env]] of kinds.entries())
    products.push({ kind, taken: [], ...(await startProduct(partsOf(index, index === 0 ? firstPort : await freePort()), env)) });
  const practices = invent(await population.openNetworks(4), 400);
  await fill(mighty, practices);
  const get = ({ network, slug }: (typeof practices)[number]) =>
    `GET /api/v1/${network.code}/practices/${slug} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`;
  const requests = practices.map(get);
  const load = new LoadProcess();
  stops.push(() => load.stop());
  for (let round = -5; round < rounds; round++)
    for (const { product, port, taken } of products) {
      const before = product.processorTime();
      const { answered, perSecond, failed, firstFailure } = await load.measure({ port, requests, pace: { connections }, seconds });
      if (failed > 0) throw new Error(firstFailure ?? 'failed');
      if (round >= 0) taken.push({ perSecond, processor: (product.processorTime() - before) / answered }); // earlier ones warm up
    }
  const base = products[0]?.taken ?? [];
  for (const { kind, taken } of products) {
    const more = median(taken.map(({ processor }, round) => processor / (base[round]?.processor ?? NaN) - 1));
    const rate = median(taken.map(({ perSecond }) => perSecond));
    const processor = median(taken.map((one) => one.processor));
    say(`${kind.padEnd(30)} ${rate.toFixed(0)} req/s  ${processor.toFixed(1)} µs of processor each  ${(more * 100).toFixed(1)} %`);
  }
}

let ending: Promise<void> | null = null;

async function endAll(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await Promise.resolve(stop()).catch((error: unknown) => say(String(error)));
}

const end = (code: number) => {
  ending ??= endAll();
  void ending.then(() => process.exit(code));
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => end(1));

await main().then(
  () => end(0),
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    end(1);
  },
);
