import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Migration } from '@mikro-orm/migrations';
import { defineConfig, defineEntity, p } from '@mikro-orm/postgresql';
import { addressAs, cloneTemplate, ownerRole, provision, type Provisioned } from './databases.js';
import { startPostgres, type Postgres } from './servers/postgres.js';
import { ask, temporaryFolder, type TemporaryFolder } from './servers/spec-support.js';

const Thing = defineEntity({ name: 'Thing', properties: { id: p.integer().autoincrement(false).primary() } });

class Migration0001 extends Migration {
  up(): void {
    this.addSql('create table thing (id integer primary key)');
    this.addSql('grant select, insert on thing to alianza_audit');
    this.addSql('insert into thing values (1)');
  }
}

const audit: Provisioned = {
  name: 'audit',
  queues: ['work'],
  orm: defineConfig({ entities: [Thing], migrations: { migrationsList: [{ name: '0001', class: Migration0001 }], snapshot: false } }),
};

let folder: TemporaryFolder;
let postgres: Postgres;
beforeAll(async () => {
  folder = temporaryFolder();
  postgres = await startPostgres(folder.path, { forgetful: true });
}, 60_000);
afterAll(async () => {
  await postgres.stop();
  folder.remove();
});

it('gives a service its database and a login role that owns nothing; a repeat keeps the data', async () => {
  await provision(postgres.url, [audit]);
  const { audit: url = '' } = await provision(postgres.url, [audit], { secrets: { audit: 'given' } });
  expect(url).toBe(addressAs(postgres.url, { name: 'alianza_audit', password: 'given' }, 'alianza_audit'));
  expect(await ask(url, 'select id from thing')).toEqual([{ id: 1 }]);
  const role = 'select rolsuper or rolbypassrls or rolcreatedb as mighty from pg_roles where rolname = current_user';
  expect(await ask(url, role)).toEqual([{ mighty: false }]);
  await expect(ask(url, 'create table own (id int)')).rejects.toThrow('permission denied');
  expect(await ask(url, "select tableowner from pg_tables where tablename = 'thing'")).toEqual([{ tableowner: ownerRole('audit') }]);
  expect(await ask(url, "select name from pgboss.queue where name = 'work'")).toEqual([{ name: 'work' }]);
  expect(
    await ask(url, "select current_setting('pg_trgm.word_similarity_threshold') as t, current_setting('random_page_cost') as c"),
  ).toEqual([{ t: '0.4', c: '1.1' }]);
}, 60_000);

it('makes other passwords at every start; those of the one before open nothing any more', async () => {
  const starts = [await provision(postgres.url, [audit]), await provision(postgres.url, [audit])];
  const [before = '', now = ''] = starts.map(({ audit: url = '' }) => url);
  expect(new URL(now).password).not.toBe(new URL(before).password);
  await expect(ask(before, 'select 1')).rejects.toThrow('password authentication failed');
  expect(await ask(now, 'select 1 as one')).toEqual([{ one: 1 }]);
}, 60_000);

class Changed0001 extends Migration {
  up(): void {
    this.addSql('create table thing (id integer primary key, name text)');
  }
}

it('refuses a database that another version made under the same names, in one sentence', async () => {
  const list = [{ name: '0001', class: Changed0001 }];
  const changed = { ...audit, orm: { ...audit.orm, migrations: { ...audit.orm.migrations, migrationsList: list } } };
  await expect(provision(postgres.url, [changed])).rejects.toThrow(
    /^La base de datos alianza_audit la hizo otra versión de este proyecto \(su migración 0001 era distinta\)[^\n]+$/,
  );
  await ask(postgres.url, 'comment on database alianza_audit is null'); // as those made before notes were taken
  await provision(postgres.url, [audit]);
  await ask(postgres.url, 'comment on database alianza_audit is null');
  const Wider = defineEntity({ name: 'Thing', properties: { id: p.integer().autoincrement(false).primary(), name: p.text() } });
  const wider = { ...changed, orm: { ...changed.orm, entities: [Wider] } };
  await expect(provision(postgres.url, [wider])).rejects.toThrow('(sus tablas son distintas)');
  await expect(provision(postgres.url, [audit])).resolves.toHaveProperty('audit');
}, 60_000);

it('clones a template for tests, and again over the clone', async () => {
  const { audit: template = '' } = await provision(postgres.url, [audit], { prefix: 'template_', secrets: { audit: 'given' } });
  const copy = template.replace('template_audit', 'copy_audit');
  for (let time = 0; time < 2; time++) {
    await cloneTemplate(postgres.url, 'template_audit', 'copy_audit', ownerRole('audit'));
    await ask(copy, 'insert into thing values (2)');
  }
  expect(await ask(copy, 'select count(*)::int as n from thing')).toEqual([{ n: 2 }]);
}, 60_000);
