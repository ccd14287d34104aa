import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { importPractice } from '@alianza/contracts/repository/imports';
import { searchPractices, type SearchResult } from '@alianza/contracts/repository/search';
import { readUnfiledPractices } from '@alianza/demo/demo-data';
import type { TestNetwork } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openWorld, type World } from '@alianza/testing/world';
import { readFileSync } from 'node:fs';

interface Judged {
  readonly q: string;
  /** What a person who asks this wants to see first, in any order. */
  readonly relevant: readonly string[];
}

const read = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Judged[];
const depth = 20;
let world: World;
let network: TestNetwork;

beforeAll(async () => {
  world = await openWorld(['membership', 'repository', 'gateway']);
  network = await world.people.openNetwork();
  const asked = { network: network.code, token: await world.people.operator() };
  for (const { slug, content } of readUnfiledPractices()) await world.edge.call(importPractice, { slug, content }, asked);
}, 60_000);
afterAll(() => world.close());

async function ours(q: string, limit = depth): Promise<string[]> {
  const { items } = await world.edge.call<SearchResult>(searchPractices, { q, limit }, { network: network.code, lang: 'es' });
  return items.map(({ slug }) => slug);
}

/** Plain full text, as PostgreSQL offers it: what any search here is measured against. */
async function plain(q: string): Promise<string[]> {
  const rows = await rowsOf<{ slug: string }>(
    'repository',
    `select slug from (select slug, to_tsvector('spanish', content::text) as document from published_practice where network_id = $1) as written
     where document @@ plainto_tsquery('spanish', $2) order by ts_rank(document, plainto_tsquery('spanish', $2)) desc, slug limit ${String(depth)}`,
    [network.id, q],
  );
  return rows.map(({ slug }) => slug);
}

/** One by the place of the first that is wanted; nothing where none is. */
function reciprocalRank(found: readonly string[], relevant: readonly string[]): number {
  const place = found.findIndex((slug) => relevant.includes(slug));
  return place === -1 ? 0 : 1 / (place + 1);
}

async function meanOver(judged: readonly Judged[], search: (q: string) => Promise<string[]>) {
  const ranks: { q: string; rank: number }[] = [];
  for (const { q, relevant } of judged) ranks.push({ q, rank: reciprocalRank(await search(q), relevant) });
  return { mean: ranks.reduce((sum, { rank }) => sum + rank, 0) / ranks.length, poor: ranks.filter(({ rank }) => rank < 0.5) };
}

/**
 * All were judged by reading the records; no name, weight or rule was made for one of them. The first two sets came before anything was tuned. Strangers'
 * queries, in everyday words, found 0.784 before the vocabulary learnt from them what it lacked of the field. Fresh ones were written and judged after
 * that, from the records alone: 0.825 of them was found, and by now they have shown what else was lacking. Those four train it. Blind ones were written
 * from the records by somebody who had seen neither search nor vocabulary, and first asked when both were done: they say what it finds for others.
 */
it.each([
  ['judged', 'judged-queries.json', 0.95],
  ['held-out', 'held-out-queries.json', 0.93],
  ["strangers'", 'strangers-queries.json', 0.92],
  ['fresh', 'fresh-queries.json', 0.95],
  ['blind', 'blind-queries.json', 0.9],
] as const)(
  'finds what people mean by %s queries first, and better than plain full text',
  async (kind, file, least) => {
    const judged = read(file);
    const [we, baseline] = [await meanOver(judged, (q) => ours(q)), await meanOver(judged, plain)];
    const poor = we.poor.map(({ q, rank }) => `  ${rank.toFixed(2)}  ${q}\n`).join('');
    process.stdout.write(
      `mean reciprocal rank of ${judged.length} ${kind} queries: ${we.mean.toFixed(3)}; plain full text: ${baseline.mean.toFixed(3)}\n${poor}`,
    );
    expect(we.mean).toBeGreaterThanOrEqual(least);
    expect(we.mean).toBeGreaterThan(baseline.mean + 0.15);
  },
  60_000,
);

it('finds the same first, however few are asked for', async () => {
  for (const { q } of read('judged-queries.json'))
    for (const few of [1, 5]) expect([q, await ours(q, few)]).toEqual([q, (await ours(q)).slice(0, few)]);
}, 60_000);
