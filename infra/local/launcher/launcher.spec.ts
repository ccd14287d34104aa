import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { checkCluster } from '../servers/postgres.js';
import { startOf } from '../servers/leftover.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/spec-support.js';
import { isDiskFull } from '../servers/start-failure.js';
import { claimDataFolder } from './data-folder.js';
import { sentenceFor } from './launch-log.js';
import { checkPort, readOptions } from './options.js';
import { Stops } from './stops.js';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const listening = () =>
  new Promise<{ server: Server; port: number }>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve({ server, port: (server.address() as { port: number }).port }));
  });

/** Starts it with words that it cannot follow. */
async function refusal(words: readonly string[], env: Record<string, string>) {
  const register = path.resolve(import.meta.dirname, '../swc-register.mjs');
  const child = spawn(process.execPath, ['--import', register, path.resolve(import.meta.dirname, '../main.ts'), ...words], {
    env: { ...process.env, ...env, NODE_OPTIONS: '' },
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, said: said.trim() };
}

it('says in one sentence that the port is in use, ends with 1 and has started nothing', async () => {
  const { server, port } = await listening();
  const data = path.join(folder.path, 'data');
  const said = `El puerto ${port} está ocupado: PORT puede indicar otro.`;
  expect(await refusal([], { PORT: String(port), DATA_DIR: data })).toEqual({ code: 1, said });
  expect(existsSync(path.join(data, 'postgres'))).toBe(false);
  server.close();
}, 30_000);

it('says in one sentence that it does not know an option, ends with 1 and has started nothing', async () => {
  const data = path.join(folder.path, 'data');
  const said = 'No se conoce la opción --procesos; la única es --processes.';
  expect(await refusal(['--procesos'], { PORT: '0', DATA_DIR: data })).toEqual({ code: 1, said });
  expect(existsSync(path.join(data, 'postgres'))).toBe(false);
}, 30_000);

it('refuses a port that is none, and a host that this machine has not', async () => {
  await expect(readOptions({ PORT: 'tres mil' })).rejects.toThrow('PORT debe ser un número');
  await expect(checkPort({ port: 45_001, host: '203.0.113.7' })).rejects.toThrow('no tiene la dirección 203.0.113.7');
});

it('takes the realm of a Keycloak it is given for the issuer, under its own origin', async () => {
  const own = { PORT: '45002', KEYCLOAK_URL: 'http://127.0.0.1:8080' };
  expect(await readOptions(own)).toMatchObject({ issuer: 'http://127.0.0.1:45002/realms/alianza', keycloakUrl: 'http://127.0.0.1:8080' });
  const named = await readOptions({ ...own, OIDC_ISSUER: 'https://alianza.example.org/realms/alianza' });
  expect(named.issuer).toBe('https://alianza.example.org/realms/alianza');
  expect(await readOptions({ PORT: '45002' })).toMatchObject({ issuer: undefined, keycloakUrl: undefined });
});

it('lets one instance at a time use a folder, and takes over what a killed one left', () => {
  const { release } = claimDataFolder(folder.path);
  expect(() => claimDataFolder(folder.path)).toThrow(`Otra instancia usa la carpeta de datos ${folder.path}`);
  release();
  const lock = path.join(folder.path, 'en-uso.json');
  writeFileSync(lock, JSON.stringify({ pid: process.pid, start: `${startOf(process.pid) ?? ''}0` })); // the number is another process's by now
  claimDataFolder(folder.path).release();
  writeFileSync(lock, '{"pid":');
  claimDataFolder(folder.path).release();
  expect(existsSync(lock)).toBe(false);
});

it('says what is wrong with a folder that cannot be used', () => {
  const file = path.join(folder.path, 'file');
  writeFileSync(file, '');
  expect(() => claimDataFolder(file)).toThrow('ya hay un archivo con ese nombre');
  expect(() => claimDataFolder(path.join(file, 'data'))).toThrow('ya hay un archivo con ese nombre');
  if (existsSync('/proc')) expect(() => claimDataFolder('/proc/alianza/data')).toThrow('no se puede crear ahí');
  const data = path.join(folder.path, 'postgres');
  mkdirSync(path.join(data, 'global'), { recursive: true });
  expect(() => checkCluster(data)).toThrow('a medio crear');
  writeFileSync(path.join(data, 'PG_VERSION'), '15\n');
  writeFileSync(path.join(data, 'global/pg_control'), '');
  expect(() => checkCluster(data)).toThrow('la creó PostgreSQL 15');
});

it('recognises a full disk wherever it is said', () => {
  const full = 'El disco está lleno: hay que liberar espacio y volver a iniciar.';
  const errors = [
    Object.assign(new Error('write'), { code: 'ENOSPC' }),
    Object.assign(new Error('could not extend file'), { code: '53100' }),
    new Error('initdb', { cause: new Error('write: No space left on device') }),
  ];
  for (const error of errors) expect([isDiskFull(error), sentenceFor(error, 'log')]).toEqual([true, full]);
  expect(sentenceFor(new Error('Otra cosa.'), '/d/logs/launcher.log')).toBe(
    'No se pudo iniciar: Otra cosa. Los detalles están en /d/logs/launcher.log.',
  );
});

it('stops in reverse order, past what fails and past what hangs', async () => {
  const order: string[] = [];
  const stops = new Stops(50, () => order.push('noted'));
  stops.push(() => order.push('first'));
  stops.push(() => new Promise(() => undefined));
  stops.push(() => {
    throw new Error('fails');
  });
  await stops.keep(Promise.resolve({ stop: () => order.push('last') }));
  await stops.all();
  expect(order).toEqual(['last', 'noted', 'noted', 'first']);
});
