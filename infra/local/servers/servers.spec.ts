import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { jetstreamManager } from '@nats-io/jetstream';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startNats } from './nats.js';
import { startPostgres } from './postgres.js';
import { temporaryFolder, type TemporaryFolder } from './spec-support.js';

let folder: TemporaryFolder;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

it('opens the same PostgreSQL data again, with durable settings and a password of its own', async () => {
  const first = await startPostgres(folder.path);
  await ask(first.url, 'create table kept as select 1 as n');
  expect(await ask(first.url, "select setting from pg_settings where name in ('fsync', 'synchronous_commit')")).toEqual([
    { setting: 'on' },
    { setting: 'on' },
  ]);
  const guess = Object.assign(new URL(first.url), { password: 'postgres' }).toString();
  await expect(ask(guess, 'select 1')).rejects.toThrow('password authentication failed');
  await first.stop();
  expect(await first.ended).toBe(0);
  const second = await startPostgres(folder.path);
  expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await second.stop();
  const secret = path.join(folder.path, 'secrets/postgres');
  expect(statSync(secret).mode & 0o777).toBe(0o600);
  rmSync(secret);
  await expect(startPostgres(folder.path)).rejects.toThrow('falta su contraseña');
}, 60_000);

it('takes over from a PostgreSQL that nobody stopped', async () => {
  const dir = path.join(folder.path, 'left');
  const left = await startPostgres(dir, { forgetful: true });
  const next = await startPostgres(dir, { forgetful: true });
  await left.ended;
  expect(await ask(next.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await next.stop();
}, 60_000);

it('starts NATS with JetStream in accounts that do not see each other, and refuses strangers', async () => {
  const nats = await startNats(folder.path, { accounts: ['uno', 'dos'] });
  const as = (user: string, pass = nats.password) => connect({ servers: nats.address, user, pass, reconnect: false });
  const [one, two] = await Promise.all([as('uno'), as('dos')]);
  await (await jetstreamManager(one)).streams.add({ name: 'own', subjects: ['ev.own.>'] });
  expect(await (await jetstreamManager(two)).streams.names().next()).toEqual([]);
  await expect(as('uno', 'uno')).rejects.toThrow();
  await Promise.all([one.close(), two.close()]);
  await nats.stop();
  const again = await startNats(folder.path, { accounts: ['uno'], port: nats.port, password: nats.password });
  const reader = await connect({ servers: again.address, user: 'uno', pass: again.password });
  expect(await (await jetstreamManager(reader)).streams.names().next()).toEqual(['own']);
  await reader.close();
  await again.stop();
  expect(readFileSync(path.join(folder.path, 'logs/nats.log'), 'utf8')).toContain('Server is ready');
}, 180_000);
