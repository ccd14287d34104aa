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
  await rowsOf('repository', `update published_document set digest = '\\x000000000000' where network_id = $1`, [network]);
  await rowsOf(
    'repository',
    `delete from published_document where practice_id = (select practice_id from published_practice where network_id = $1 and slug = 'obras')`,
    [network],
  );
  const lost = [network, newId()];
  for (const id of lost) await rowsOf('repository', `select count_record($1, $2, '{country=MX}', 'manzanas')`, [id, newId()]);
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
  const rows = (table: string) => `(select count(*)::int from ${table} where network_id = any($1))`;
  const [left] = await rowsOf('repository', `select ${rows('published_facet')} as facets, ${rows('published_document')} as documents`, [
    lost,
  ]);
  expect(left).toEqual({ facets: records.length, documents: records.length });
});

it('changes nothing when nothing is wrong', async () => {
  const before = await rowsOf('repository', 'select practice_id, version, document from published_practice order by practice_id');
  expect(await rebuildSearch(orm)).toEqual({ records: records.length, changed: 0 });
  expect(await rowsOf('repository', 'select practice_id, version, document from published_practice order by practice_id')).toEqual(before);
});

it('keeps what lists read in step with what a record says, whichever part of it changes', async () => {
  const said = `(coalesce(content ->> 'type', ''), texts_of(content -> 'countries'), texts_of(content -> 'fiveRs'), coalesce((content ->> 'startYear')::int, 0),
    sorting_title(content, 'es', fallback), sorting_title(content, 'en', fallback), concepts_of(content), true)`;
  const read =
    '(type, countries, five_rs, year, sorting_es, sorting_en, concepts, facets <@ practice_facets(content) and facets @> practice_facets(content))';
  const followed = `exists (select from published_facet f join published_document d using (network_id, practice_id)
    where network_id = p.network_id and practice_id = p.practice_id and (f.facets, d.digest, d.document) = (p.facets, facet_digest(p.facets), strip(p.document)))`;
  const wrong = () =>
    rowsOf(
      'repository',
      `select slug from published_practice p where network_id = $1 and (${read} is distinct from ${said} or not ${followed})`,
      [network],
    );
  expect(await wrong()).toEqual([]);
  const other = `content || '{"startYear": 1987, "countries": ["PE"], "title": {"fr": "Autre", "original": "fr"}}'`;
  await rowsOf('repository', `update published_practice set content = ${other} where network_id = $1 and slug < 'm'`, [network]);
  await rowsOf('repository', `update published_practice set fallback = 'en', verified_at = now() where network_id = $1`, [network]);
  await rowsOf('repository', `update published_practice set owner = 'Zxqw' where network_id = $1 and slug > 'm'`, [network]);
  expect(await wrong()).toEqual([]);
  const { counts } = await index.search(network, wanted(''));
  expect(counts.country.find(({ value }) => value === 'PE')?.count).toBe(records.filter(({ slug }) => slug < 'm').length);
  expect(await find('zxqw')).toEqual(records.flatMap(({ slug }) => (slug > 'm' ? [slug] : [])).toSorted());
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
  const counted = () =>
    rowsOf(
      'repository',
      'select from published_facet full join published_document using (network_id, practice_id) where practice_id = $1',
      [practice?.id],
    );
  const client = new pg.Client(await mightyDatabase('repository'));
  await client.connect();
  try {
    await client.query('delete from published_facet where practice_id = $1', [practice?.id]);
    await client.query('begin');
    await client.query('delete from published_practice where practice_id = $1', [practice?.id]);
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
