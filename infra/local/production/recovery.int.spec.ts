import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@alianza/testing/eventually';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Child } from '../servers/child.js';
import { freePort } from '../servers/free-port.js';
import { postgresBinaries, postgresUser } from '../servers/postgres-binaries.js';
import { startPostgres } from '../servers/postgres.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/spec-support.js';

/** infra/postgres/postgresql.conf as production has it, its archive in a folder of this spec, its memory for a spec. */
const file = path.resolve(import.meta.dirname, '../../postgres/postgresql.conf');
const commandOf = (setting: string) => new RegExp(`^${setting} = '([^']+)'$`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? '';

let folder: TemporaryFolder;
const servers = new Set<Child>();
const clients: pg.Client[] = [];
const at = (name: string) => path.join(folder.path, name);
const user = postgresUser();

async function start(data: string, ...more: string[]): Promise<{ server: Child; client: pg.Client }> {
  const port = await freePort();
  const commands = ['archive_command', 'restore_command'].map((name) => `${name}=${commandOf(name).replaceAll('/archive', at('archive'))}`);
  const own = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'shared_buffers=32MB', 'max_connections=20', 'lc_messages=C'];
  const settings = [`config_file=${file}`, ...own, ...commands, ...more].flatMap((setting) => ['-c', setting]);
  const { postgres } = await postgresBinaries();
  const server = new Child(postgres, ['-D', data, '-p', String(port), ...settings], { logFile: at('logs/postgres.log'), owner: user });
  servers.add(server);
  const ready = 'database system is ready to accept connections';
  await server.untilSaid(ready);
  expect(server.said).toContain(ready);
  const password = readFileSync(at('secrets/postgres'), 'utf8');
  const client = new pg.Client(`postgresql://postgres:${password}@127.0.0.1:${String(port)}/postgres`);
  client.on('error', () => undefined);
  clients.push(client);
  await client.connect();
  return { server, client };
}

beforeAll(async () => {
  folder = temporaryFolder();
  await (await startPostgres(folder.path, { forgetful: true })).stop();
  mkdirSync(at('archive'));
  if (user) chownSync(at('archive'), user.uid, user.gid);
}, 60_000);
afterAll(async () => {
  for (const client of clients) await client.end();
  for (const server of servers) await server.stop('SIGQUIT');
  folder.remove();
});

/** Of one start, and gone perhaps before it is copied: nothing below these folders, and none of these files. */
const passing = /^(?:pg_(?:dynshmem|notify|serial|snapshots|stat_tmp|subtrans|wal)\/|postmaster\.)|pg_internal\.init|pgsql_tmp/;

/** What pg_basebackup does, which does not come with the embedded server. */
async function baseBackup(client: pg.Client, data: string, base: string): Promise<void> {
  await client.query(`select pg_backup_start('base', fast => true)`);
  cpSync(data, base, { recursive: true, filter: (from) => !passing.test(path.relative(data, from)) });
  chmodSync(base, 0o700);
  const { rows } = await client.query<{ label: string }>('select labelfile as label from pg_backup_stop()');
  writeFileSync(path.join(base, 'backup_label'), rows[0]?.label ?? '');
}

function giveAway(place: string): void {
  if (!user) return;
  chownSync(place, user.uid, user.gid);
  for (const entry of readdirSync(place, { withFileTypes: true, recursive: true }))
    chownSync(path.join(entry.parentPath, entry.name), user.uid, user.gid);
}

it('a base backup and the archived log bring back any moment, with the commands of the configuration', async () => {
  const { server, client } = await start(at('postgres'));
  await client.query(`create table said (words text)`);
  await client.query(`insert into said values ('before the base backup')`);
  await baseBackup(client, at('postgres'), at('base'));
  await client.query(`insert into said values ('after it')`);
  const { rows } = await client.query<{ moment: string }>(`select clock_timestamp()::text as moment`);
  await client.query(`insert into said values ('by mistake')`);
  const { rows: last } = await client.query<{ file: string }>('select pg_walfile_name(pg_switch_wal()) as file');
  await eventually(() => readdirSync(at('archive')).includes(last[0]?.file ?? '-'), 15_000);
  expect(readdirSync(at('archive')).filter((name) => name.endsWith('.part'))).toEqual([]);
  await server.stop('SIGKILL'); // the disk is gone
  rmSync(at('postgres'), { recursive: true });

  writeFileSync(path.join(at('base'), 'recovery.signal'), '');
  giveAway(at('base'));
  const moment = rows[0]?.moment ?? '';
  const again = await start(at('base'), `recovery_target_time=${moment}`, 'recovery_target_action=promote');
  await eventually(async () => (await again.client.query<{ over: boolean }>('select not pg_is_in_recovery() as over')).rows[0]?.over);
  const { rows: found } = await again.client.query<{ words: string }>('select words from said order by 1');
  expect(found.map(({ words }) => words)).toEqual(['after it', 'before the base backup']);
}, 90_000);
