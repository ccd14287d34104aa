import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Observer } from '@alianza/platform/observe/observer';
import type { Config } from '@alianza/platform/run/service-definition';
import { PostgresqlIndex } from '@alianza/repository/search/postgresql/postgresql-practices';
import { get, subject, type Line } from './lines.js';
import type { Figures, Result } from './measure.js';
import { isWanted, type BenchOptions } from './options.js';
import { queriesFor, wantedOf, type Query } from './stage/search-corpus.js';
import type { Stage } from './stage/stage.js';

/** Every fifth is asked of one country or one type alone, in turn, those of most records: its facets are counted without the filter of each. */
function filterOf(place: number): Record<string, string> {
  if (place % 5 !== 4) return {};
  return place % 10 === 4 ? { country: 'MX' } : { type: 'good-practice' };
}

const path = (prefix: string, code: string, { q }: Query, place: number) =>
  get(`${prefix}/${code}/practices?${new URLSearchParams({ q, ...filterOf(place) }).toString()}`);

/** Over two hundred queries on one network of ten thousand records, nothing kept: beside the engine alone, and at a fixed rate. */
export function searchLines({ ports, corpus }: Stage): Line[] {
  if (!corpus) return [];
  const { network, queries } = corpus;
  const asked = (prefix: string) => () => queries.map((query, place) => path(prefix, network.code, query, place));
  return [
    {
      ...{ name: 'search-rate', goal: { kind: 'ratio', least: 0.6 }, pace: { connections: 50 } },
      product: subject('product', ports.plain, asked('/api/v1')),
      reference: subject('engine', ports.reference, asked('/engine')),
    },
    {
      ...{ name: 'search-latency', goal: { kind: 'p99', most: 60 }, pace: { perSecond: 100 } },
      ...{ product: subject('product', ports.plain, asked('/api/v1')), reference: null },
    },
  ];
}

type Timed = readonly { readonly query: Query; readonly took: number }[];

async function timeAll(index: PostgresqlIndex, network: string, queries: readonly Query[]): Promise<Timed> {
  const took = [];
  for (const query of queries) {
    const began = performance.now();
    await index.search(network, wantedOf(query.q));
    took.push({ query, took: performance.now() - began });
  }
  return took;
}

const sum = (timed: Timed) => timed.reduce((all, { took }) => all + took, 0);

function figuresOf(name: string, timed: Timed): Figures {
  const sorted = timed.map(({ took }) => took).toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  const perSecond = (1000 * timed.length) / sum(timed);
  return {
    subject: name,
    perSecond,
    p50: at(0.5),
    p99: at(0.99),
    processor: NaN,
    answered: timed.length,
    failed: 0,
    firstFailure: null,
    load: 0,
  };
}

/**
 * Asked of the engine one after the other, on ten times as many records; the better of several turns each. The same queries, which then find ten
 * times as much; and of those that find few here as there, since what finds as little should not take longer for standing among more.
 */
export async function measureScale({ corpus, large, mixes }: Stage, databaseUrl: string, options: BenchOptions): Promise<Result[]> {
  if (!corpus || !large) return [];
  const reads = new PublicReads({ DATABASE_URL: databaseUrl } as Config, Observer.idle);
  try {
    const index = new PostgresqlIndex(reads);
    const findFew = ({ matches }: Query) => matches <= mixes.large.few;
    const fewHere = corpus.queries.filter(findFew);
    const fewThere = (await queriesFor(reads, large.id, mixes.large)).filter(findFew);
    const best = async (network: typeof large, queries: readonly Query[]) => {
      const turns: Timed[] = [];
      for (let turn = 0; turn <= options.runs; turn++) turns.push(await timeAll(index, network.id, queries));
      return turns.slice(1).toSorted((a, b) => sum(a) - sum(b))[0] ?? [];
    };
    const compare = (line: string, most: number, [one, other]: readonly [Timed, Timed]): Result => {
      const reached = sum(other) / other.length / (sum(one) / one.length);
      const figures = { product: figuresOf('ten times', other), reference: figuresOf('once', one) };
      return { line, goal: { kind: 'times', most }, ...figures, reached, holds: reached <= most };
    };
    const [network, { queries }] = [corpus.network, corpus];
    const results: Result[] = [];
    if (isWanted(options, 'search-scale'))
      results.push(compare('search-scale', 12, [await best(network, queries), await best(large, queries)]));
    results.push(compare('search-scale-few', 3, [await best(network, fewHere), await best(large, fewThere)])); // asked for by either name
    return results;
  } finally {
    await reads.onApplicationShutdown();
  }
}
