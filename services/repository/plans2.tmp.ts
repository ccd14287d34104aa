import 'reflect-metadata';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { provision, addressAs, ownerRole } from '@alianza/local/databases';
import { startPostgres } from '@alianza/local/servers/postgres';
import { definition } from './src/service.js';
import { namedQueries } from '@alianza/platform/data/queries';

const dir = mkdtempSync('/tmp/repo-plans-');
chmodSync(dir, 0o755);
const postgres = await startPostgres(dir, { forgetful: true });
const values: Record<string, string> = {
  uuid: 'gen_random_uuid()', text: `md5(n::text || random()::text)`, integer: '(n % 1000)', jsonb: `jsonb_build_object('original', 'es', 'es', 'texto ' || n, 'to', 'person')`,
  'timestamp with time zone': `now() - n * interval '1 minute'`,
};
try {
  const { repository } = await provision(postgres.url, [definition]);
  const admin = new pg.Client(postgres.url.replace(/\/[^/]*$/, '/alianza_repository'));
  await admin.connect();
  const client = new pg.Client(repository);
  await client.connect();
  const networks = Array.from({ length: 20 }, () => randomUUID());
  const explainAll = async (label: string) => {
    console.log('---', label);
    for (const { name, text, scope, sample } of namedQueries()) {
      await client.query('begin');
      if (scope !== 'public') await client.query(`select set_config('app.network', $1, true)`, [networks[0]]);
      const best: number[] = [];
      for (let i = 0; i < 3; i++) { const t = performance.now(); await client.query(text, [...sample(networks[0]!)]); best.push(performance.now() - t); }
      const r = await client.query(`explain ${text}`, [...sample(networks[0]!)]);
      const lines = r.rows.map((x: any) => x['QUERY PLAN']);
      const seq = lines.filter((l: string) => l.includes('Seq Scan'));
      console.log(name.padEnd(30), Math.min(...best).toFixed(1).padStart(6), 'ms', seq.length ? 'SEQ ' + seq.join(';') : lines.filter((l: string) => /Index/.test(l)).map((l: string) => /(using|on) (\S+)/.exec(l)?.[2]).slice(0, 3).join(' '));
      await client.query('rollback');
    }
  };
  const cols = (await admin.query(`select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and a.attidentity = '' and obj_description(c.oid, 'pg_class') in ('tenant', 'public', 'networkless') order by c.relname, a.attnum`)).rows;
  const byTable = Map.groupBy(cols as any[], (c) => c.table);
  for (const [table, own] of byTable) {
    const made = own.map((c: any) => c.column === 'network_id' ? `(array[${networks.map((id) => `'${id}'`).join(',')}])[1 + n % 20]::uuid` : values[c.type]).join(', ');
    await admin.query(`insert into "${table}" (${own.map((c: any) => c.column).join(', ')}) select ${made} from generate_series(1, 10000) n on conflict do nothing`);
    await admin.query(`vacuum analyze "${table}"`);
  }
  for (const network of networks) for (const { name, text, scope, sample } of namedQueries()) { if (scope !== 'public') continue; const r = await client.query(`explain ${text}`, [...sample(network)]); const l = r.rows.map((x: any) => x['QUERY PLAN']).filter((x: string) => x.includes('Seq')); if (l.length) { await admin.query('set enable_seqscan=off'); console.log((await admin.query(`explain ${text}`, [...sample(network)])).rows.map((x: any) => x['QUERY PLAN']).filter((x: string) => /Scan/.test(x)).slice(0,4), (await admin.query(`select relname, relpages, relallvisible, reltuples from pg_class where relname like 'published_practice_%' and relkind = 'r'`)).rows[0]);  console.log((await client.query(`show random_page_cost`)).rows, (await admin.query(`show random_page_cost`)).rows); const v = new pg.Client(postgres.url.replace(/\/[^/]*$/, '/alianza_repository')); await v.connect(); v.on('notice', (n: any) => console.log(n.message)); await v.query('vacuum (verbose) published_practice'); await v.end(); throw new Error('done'); } if (0) console.log('SEQ', name, network, l); }
  await admin.query('truncate published_practice, published_word, practice');
  const list = JSON.parse(readFileSync('infra/demo/data/practices.json', 'utf8')) as any[];
  await admin.query(`insert into published_practice (network_id, practice_id, slug, content, country_names, published_at, version)
    select ($1::uuid[])[1 + n % 20], gen_random_uuid(), 'p-' || n, c, 'México Mexico', now() - n * interval '1 minute', 1 from generate_series(1, 10000) n join lateral (select ($2::jsonb[])[1 + (n / 20) % 80] as c) x on true`, [networks, list.map((p) => JSON.stringify(p.content))]);
  await admin.query(`insert into published_word (network_id, word) select distinct p.network_id, word from published_practice p, practice_words(p.content, p.country_names) as word`);
  await admin.query('analyze published_practice'); await admin.query('analyze published_word');
  console.log((await admin.query(`select count(*) from published_word`)).rows);
  await admin.query(`update published_practice set network_id = $1`, [networks[0]]);
  await admin.query('vacuum analyze published_practice');
  await explainAll('real content in one network');
  for (const name of ['practices_words_ranked', 'practices_words_facets', 'practices_spellings']) for (const w of [['cuidado'], ['cui'], ['cuidado', 'mujeres'], ['trabajadras', 'ogar']]) {
    const q = namedQueries().find((x) => x.name === name)!; const v = [...q.sample(networks[0]!)]; v[v.length - 1] = w;
    const t: number[] = []; for (let i = 0; i < 4; i++) { const a = performance.now(); await client.query({ name: name + 'x', text: q.text, values: v }); t.push(performance.now() - a); }
    console.log(name, w.join(' '), Math.min(...t).toFixed(1), 'ms');
  }
  await client.end(); await admin.end();
} finally {
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
