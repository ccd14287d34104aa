import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connectNats } from '@alianza/platform/nats/connection';
import { newNkey } from '@alianza/platform/nats/nkeys';
import { jetstreamManager } from '@nats-io/jetstream';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { definitions } from '../services.js';
import { startNats } from './nats.js';
import { grantsOf, newNatsAccount } from './nats/account.js';
import { startPostgres } from './postgres.js';
import { ask, temporaryFolder, type TemporaryFolder } from './spec-support.js';

const grants = grantsOf(definitions);

let folder: TemporaryFolder;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

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
  const [one, two] = [newNatsAccount('uno', grants), newNatsAccount('dos', grants)];
  const nats = await startNats(folder.path, { accounts: [one, two] });
  const as = (seed: string) => connectNats({ NATS_URL: nats.address, NATS_NKEY_SEED: seed }, 'spec');
  const [first, second] = await Promise.all([as(one.keeper), as(two.keeper)]);
  await (await jetstreamManager(first)).streams.add({ name: 'own', subjects: ['own.>'] });
  expect(await (await jetstreamManager(second)).streams.names().next()).toEqual([]);
  await Promise.all([first.close(), second.close()]);
  await expect(as(newNkey().seed)).rejects.toThrow(/authorization violation/i);
  await nats.stop();
  const again = await startNats(folder.path, { accounts: [one], port: nats.port });
  const reader = await as(one.keeper);
  expect(await (await jetstreamManager(reader)).streams.names().next()).toEqual(['own']);
  await expect(as(two.keeper)).rejects.toThrow(/authorization violation/i);
  await reader.close();
  await again.stop();
  expect(readFileSync(path.join(folder.path, 'logs/nats.log'), 'utf8')).toContain('Server is ready');
}, 180_000);

it('keeps no seed of NATS: its configuration knows public keys alone, and is its owner’s', async () => {
  const account = newNatsAccount('uno', grants);
  const dir = path.join(folder.path, 'keys');
  const nats = await startNats(dir, { accounts: [account] });
  await nats.stop();
  const file = path.join(dir, 'nats/nats.conf');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  for (const { nkey } of account.users) expect(text).toContain(`nkey: ${nkey}`);
  for (const seed of [...Object.values(account.seeds), account.streams, account.keeper]) expect(text).not.toContain(seed);
});

it('lets anybody in where no account is given', async () => {
  const nats = await startNats(path.join(folder.path, 'open'));
  const connection = await connectNats({ NATS_URL: nats.address }, 'spec');
  await connection.rtt();
  await connection.close();
  await nats.stop();
});
