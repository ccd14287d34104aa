import 'reflect-metadata';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { provision } from '@alianza/local/databases';
import { startPostgres } from '@alianza/local/servers/postgres';
import { MikroORM } from '@mikro-orm/postgresql';
import { definition } from './src/service.js';
import { countryNames } from './src/publication/country-names.js';
import { PostgresqlIndex } from './src/search/postgresql-practices.js';
import { queryWords } from './src/search/words.js';
import { viewFound } from './src/search/published.views.js';
import { newId } from '@alianza/platform/ids';

const dir = mkdtempSync('/tmp/repo-measure-');
chmodSync(dir, 0o755);
const postgres = await startPostgres(dir, { forgetful: true });
try {
  const { repository } = await provision(postgres.url, [definition]);
  const ownerCheck = await MikroORM.init({ ...definition.orm, clientUrl: postgres.url.replace(/\/[^/]*$/, '/alianza_repository') });
  console.log('DIFF', JSON.stringify(await ownerCheck.schema.getUpdateSchemaSQL({ wrap: false })));
  await ownerCheck.close();
  const client = new pg.Client(repository);
  await client.connect();
  const network = newId();
  const put = (net: string, slug: string, content: any) => client.query('insert into published_practice (network_id, practice_id, slug, content, country_names, published_at, version) values ($1,$2,$3,$4,$5,date_trunc(\'milliseconds\', clock_timestamp()),1)', [net, newId(), slug, JSON.stringify(content), countryNames(content.countries)]);
  const learnAll = () => client.query(`insert into published_word (network_id, word) select distinct p.network_id, word from published_practice p, practice_words(p.content, p.country_names || ' ' || coalesce(p.owner, '')) as word on conflict do nothing`);
  const all = JSON.parse(readFileSync('infra/demo/data/practices.json', 'utf8')) as any[];
  const list = Array.isArray(all) ? all : (all as any).practices;
  for (const { slug, content } of list) await put(network, slug, content);
  await learnAll();
  const reads = { rows: async ({ name, text }: any, values: any[]) => { try { return (await client.query({ name, text, values })).rows; } catch (e) { console.log(name, text); throw e; } } };
  const index = new PostgresqlIndex(reads as any);
  const ask = async (q: string, over: object = {}) => {
    const t = performance.now();
    const words = queryWords(q);
    const hits = await index.search(network, { words, country: [], type: [], fiveR: [], sort: 'relevance', cursor: undefined, limit: 6, lang: 'es', ...over } as any);
    console.log(`\n"${q}" ${hits.corrected ? 'CORRECTED' : ''} total ${hits.total} ${(performance.now() - t).toFixed(1)} ms`);
    for (const hit of hits.rows) {
      const found = viewFound(hit, hits.words, 'es');
      let title = found.title;
      for (const [a, b] of (found.highlights.find((h) => h.field === 'title')?.ranges ?? []).reverse()) title = `${title.slice(0, a)}[${title.slice(a, b)}]${title.slice(b)}`;
      console.log('   ', title, (hit as any).rank);
    }
    return hits;
  };
  for (const q of (process.env.Q ? process.env.Q.split('|') : ['', 'trabajadras del ogar', 'trabajadoras del hogar', 'cuidado de personas mayore', 'cuidado personas mayores', 'guarderias mobiles', 'guarderías móviles', 'guarderias movilse', 'corresponsabilidad', 'corresponsabilidda', 'jornaleras agricolas', 'jornalera agrcola', 'uruguay', 'urugay', 'domestic workers', 'domestc wrkers', 'bancos de tiempo', 'banco tempo', 'permiso parental', 'permisso parentl', 'manzanas del cuidado', 'mansanas del cuidado', 'cui', 'xyzzy', 'remuenracion', 'remuneración', 'cooperatva infantil', 'iztapalpa', 'el de la', 'estado', '5R', 'cuidadora', "o'brien & ! | ( :*"])) await ask(q);
  const page1 = await ask('', { sort: 'title', limit: 3 });
  await ask('', { sort: 'title', limit: 3, cursor: page1.nextCursor });
  const n1 = await ask('cuidado', { sort: 'newest', limit: 3 });
  await ask('cuidado', { sort: 'newest', limit: 3, cursor: n1.nextCursor, lang: 'en' });
  const r1 = await ask('cuidado', { limit: 3 });
  await ask('cuidado', { limit: 3, cursor: r1.nextCursor });
  const f = await ask('cuidado', { country: ['MX', 'CL'], type: ['law-policy'] });
  console.log(JSON.stringify(f.counts));
  await client.end();
} finally {
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
