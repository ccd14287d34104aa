import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { services } from '@alianza/contracts/access';
import { connectNats } from '@alianza/platform/nats/connection';
import { newNkey } from '@alianza/platform/nats/nkeys';
import { keeperName } from '@alianza/platform/nats/permissions';
import { startStreamKeeper } from '@alianza/platform/nats/stream-keeper';
import { requestStream } from '@alianza/platform/nats/streams';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Child } from '../child.js';
import { freePort } from '../free-port.js';
import { isSince210, natsBinary } from '../nats-binary.js';
import { temporaryFolder, type TemporaryFolder } from '../spec-support.js';
import { allConsumptions } from '../../services.js';
import { productionFiles, productionText, publicKeyVariable } from './production.js';

const files = path.resolve(import.meta.dirname, '../../../nats');
const names = [...services, keeperName];
const keys = Object.fromEntries(names.map((name) => [name, newNkey()]));
const publicKeys = Object.fromEntries(names.map((name) => [publicKeyVariable(name), keys[name]?.publicKey]));

let folder: TemporaryFolder;
let server: string;
beforeAll(async () => {
  folder = temporaryFolder();
  server = (await natsBinary()).file;
}, 180_000);
afterAll(() => folder.remove());

it('is what the contracts and the consumers say today', () => {
  for (const [file, text] of Object.entries(productionFiles())) expect([file, readFileSync(file, 'utf8')]).toEqual([file, text]);
});

/** Floor of production: an older server knows no `sync_interval`, and refuses the file for it. */
const mayRun = () => {
  const can = isSince210(server);
  if (!can) process.stderr.write('infra/nats was not tried: this NATS server is older than 2.10\n');
  return can;
};

it('lets each service in by its key, into what is its own', async () => {
  if (!mayRun()) return;
  const [port, monitor] = [await freePort(), await freePort()];
  const config = path.join(folder.path, 'nats.conf');
  writeFileSync(config, productionText().replace('/data', folder.path));
  const args = ['-c', config, '-a', '127.0.0.1', '-p', String(port), '-m', String(monitor)];
  const running = new Child(server, args, { logFile: path.join(folder.path, 'nats.log'), env: { ...process.env, ...publicKeys } });
  try {
    expect(await running.untilSaid('Server is ready')).toBe(true);
    const enter = (seed: string | undefined, name: string) => connectNats({ NATS_URL: `127.0.0.1:${port}`, NATS_NKEY_SEED: seed }, name);
    const noted: Error[] = [];
    const keeping = { consumptions: allConsumptions(), note: (error: Error) => void noted.push(error) };
    const keeper = await startStreamKeeper({ NATS_URL: `127.0.0.1:${port}`, NATS_NKEY_SEED: keys[keeperName]?.seed }, keeping);
    for (const service of services) {
      const connection = await enter(keys[service]?.seed, service);
      await requestStream(connection, service);
      const other = service === 'audit' ? 'membership' : 'audit';
      await expect(requestStream(connection, other)).rejects.toThrow(/Permissions Violation/i);
      await connection.close();
    }
    await keeper.close();
    expect(noted).toEqual([]);
    await expect(enter(undefined, 'audit')).rejects.toThrow(/authorization violation/i);
  } finally {
    await running.stop();
  }
}, 30_000);

it('does not start where a service’s key is not given', () => {
  if (!mayRun()) return;
  const { [publicKeyVariable('audit')]: _left, ...others } = publicKeys;
  const check = ['-c', path.join(files, 'nats.conf'), '-t'];
  expect(() => execFileSync(server, check, { env: { PATH: process.env.PATH, ...others }, stdio: 'pipe' })).toThrow(
    publicKeyVariable('audit'),
  );
});

it('is one of three with cluster.conf', () => {
  if (!mayRun()) return;
  const routes = Object.fromEntries([1, 2, 3].map((n) => [`NATS_ROUTE_${n}`, `nats://route:q7-vNq2_x@nats-${n}:6222`]));
  const env = { PATH: process.env.PATH, ...publicKeys, ...routes, NATS_NAME: 'nats-1', NATS_ROUTE_PASSWORD: 'q7-vNq2_x' };
  const said = execFileSync(server, ['-c', path.join(files, 'cluster.conf'), '-t'], { env, stdio: 'pipe', encoding: 'utf8' });
  expect(said).toBe('');
});
