import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { newId } from '@alianza/platform/ids';
import { Observer } from '@alianza/platform/observe/observer';
import type { Config } from '@alianza/platform/run/service-definition';
import { connectTo, mightyDatabase, workerDatabase } from '@alianza/testing/databases';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { forgetWordsOfAddresses } from '../../migrations/0034-without-addresses.js';
import { readFirst } from '../../migrations/0035-read-first-stands-first.js';
import { countryNames } from '../../publication/country-names.js';
import { putPublished } from '../../publication/publication.queries.js';
import { records } from '../contract/contract-records.js';
import { PostgresqlIndex } from '../postgresql/postgresql-practices.js';
import { facetNames, type Filters, type Wanted } from '../practice-index.js';
import { namedConcepts } from '../vocabulary/named-concepts.js';
import { queryWords } from '../words.js';
import { rebuildSearch } from './rebuild.js';

const network = newId();
let orm: MikroORM;
let reads: PublicReads;
let index: PostgresqlIndex;

beforeAll(async () => {
  orm = await connectTo('repository');
  reads = new PublicReads({ DATABASE_URL: await workerDatabase('repository') } as Config, Observer.idle);
  index = new PostgresqlIndex(reads);
  const row = { networkId: network, fallback: 'es', owner: null, publishedAt: new Date(Date.UTC(2026, 0, 1)) } as const;
  for (const { slug, content } of records)
    await putPublished(orm.em.fork(), { ...row, practiceId: newId(), slug, content, countryNames: countryNames(content.countries) });
}, 60_000);
afterAll(async () => {
  await reads.onApplicationShutdown();
  await orm.close();
});

const noFilter = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Filters;
const wanted = (q: string): Wanted => ({
  ...{ ...noFilter, words: queryWords(q), unfinished: false, lang: 'es', sort: 'relevance', cursor: undefined, limit: 100 },
});
const find = async (q: string): Promise<string[]> => (await index.search(network, wanted(q))).rows.map(({ slug }) => slug).toSorted();

it('derives everything anew that was lost or has become wrong, and finds everything all the while', async () => {
  await rowsOf('repository', `update published_practice set named = '' where network_id = $1`, [network]);
  await rowsOf('repository', 'delete from published_word where network_id = $1', [network]);
  await rowsOf('repository', `update published_facet set facets = '{}' where network_id = $1`, [network]);
  const lost = [network, newId()];
  for (const id of lost)
    await rowsOf('repository', `insert into published_facet (network_id, practice_id, facets) values ($1, $2, '{country=MX}')`, [
      id,
      newId(),
    ]);
  expect(await find('nursery')).toEqual(['mercado']);

  let done = false;
  const rebuilding = rebuildSearch(orm).finally(() => (done = true));
  do expect(await find('manzanas')).toEqual(['manzanas']);
  while (!done);
  const naming = records.filter(({ content }) => namedConcepts(content) !== '').length;
  expect(await rebuilding).toEqual({ records: records.length, changed: naming });

  expect(await find('nursery')).toEqual(['mercado', 'obras']);
  expect(await find('mansanas')).toEqual(['manzanas']);
  const { counts } = await index.search(network, wanted(''));
  expect(counts.country.find(({ value }) => value === 'MX')?.count).toBe(4);
  const [left] = await rowsOf('repository', 'select count(*)::int as facets from published_facet where network_id = any($1)', [lost]);
  expect(left).toEqual({ facets: records.length });
});

it('changes nothing when nothing is wrong', async () => {
  const before = await rowsOf('repository', 'select practice_id, version, document from published_practice order by practice_id');
  expect(await rebuildSearch(orm)).toEqual({ records: records.length, changed: 0 });
  expect(await rowsOf('repository', 'select practice_id, version, document from published_practice order by practice_id')).toEqual(before);
});

it('keeps what lists read in step with what a record says, whichever part of it changes', async () => {
  const said = `(coalesce(content ->> 'type', ''), texts_of(content -> 'countries'), texts_of(content -> 'fiveRs'), coalesce((content ->> 'startYear')::int, 0),
    sorting_title(content, 'es', fallback), sorting_title(content, 'en', fallback), concepts_of(content), facet_marks(facets), true)`;
  const read =
    '(type, countries, five_rs, year, sorting_es, sorting_en, concepts, marks, facets <@ practice_facets(content) and facets @> practice_facets(content))';
  const wrong = () =>
    rowsOf('repository', `select slug from published_practice where network_id = $1 and ${read} is distinct from ${said}`, [network]);
  expect(await wrong()).toEqual([]);
  const other = `content || '{"startYear": 1987, "countries": ["PE"], "title": {"fr": "Autre", "original": "fr"}}'`;
  await rowsOf('repository', `update published_practice set content = ${other} where network_id = $1 and slug < 'm'`, [network]);
  await rowsOf('repository', `update published_practice set fallback = 'en', verified_at = now() where network_id = $1`, [network]);
  expect(await wrong()).toEqual([]);
  const inPeru = async () => (await index.search(network, wanted(''))).counts.country.find(({ value }) => value === 'PE')?.count ?? 0;
  expect(await inPeru()).toBe(0);
  await rebuildSearch(orm, network);
  expect(await inPeru()).toBe(records.filter(({ slug }) => slug < 'm').length);
});

it('keeps no word that only addresses of links say', async () => {
  const learn = `insert into published_word (network_id, word) select $1, unnest(array['trombon', 'https', 'diario']) on conflict do nothing`;
  const learnt = async () =>
    (await rowsOf<{ word: string }>('repository', 'select word from published_word where network_id = $1', [network]))
      .map(({ word }) => word)
      .toSorted();
  const before = await learnt();
  await rowsOf('repository', learn, [network]);
  expect(await learnt()).not.toEqual(before);
  await orm.em.fork().execute(forgetWordsOfAddresses);
  expect(await learnt()).toEqual(before);
});

it('counts nothing that is withdrawn meanwhile', async () => {
  const [practice] = await rowsOf<{ id: string }>(
    'repository',
    'select practice_id as id from published_practice where network_id = $1 limit 1',
    [network],
  );
  const counted = () => rowsOf('repository', 'select from published_facet where practice_id = $1', [practice?.id]);
  const client = new pg.Client(await mightyDatabase('repository'));
  await client.connect();
  try {
    await client.query('delete from published_facet where practice_id = $1', [practice?.id]);
    await client.query('begin');
    await client.query('delete from published_practice where practice_id = $1', [practice?.id]);
    await client.query('delete from published_facet where practice_id = $1', [practice?.id]);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const waiting = 'select from pg_stat_activity where pg_blocking_pids(pid) @> array[$1::int]';
    let done = false;
    const rebuilding = rebuildSearch(orm, network).finally(() => (done = true));
    await eventually(async () => done || (await rowsOf('repository', waiting, [rows[0]?.pid])).length > 0);
    await client.query('commit');
    await rebuilding;
  } finally {
    await client.end();
  }
  expect(await counted()).toEqual([]);
});

it('holds every row as it was when its columns are put in another order, tells nobody of it, and goes on deriving', async () => {
  const client = new pg.Client(await mightyDatabase('repository'));
  await client.connect();
  const held = async () =>
    (
      await client.query(
        `select (select string_agg(to_jsonb(p)::text, ' ' order by practice_id) from published_practice p) as rows, (select count(*) from published_change) as told`,
      )
    ).rows[0] as unknown;
  try {
    await client.query('begin');
    const before = await held();
    for (const statement of readFirst) await client.query(statement);
    expect(await held()).toEqual(before);
    const { rowCount } = await client.query(`update published_practice set owner = 'Zxqw' where network_id = $1`, [network]);
    const found = `select from published_practice where network_id = $1 and document @@ 'zxqw'`;
    expect([rowCount, (await client.query(found, [network])).rowCount]).toEqual([records.length - 1, records.length - 1]); // one was withdrawn above
  } finally {
    await client.query('rollback');
    await client.end();
  }
});
