import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from '@alianza/testing/eventually';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isInstalled, stampInstalled } from './installed.mjs';
import { temporaryFolder, type TemporaryFolder } from './servers/spec-support.js';

let folder: TemporaryFolder;
const write = (name: string, content: object | string) => {
  const file = path.join(folder.path, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
};
const needed = { version: '1.0.0', integrity: 'sha512-a' };
const packages = { '': {}, 'packages/own': {}, 'node_modules/own': { link: true }, 'node_modules/needed': needed };

beforeEach(() => {
  folder = temporaryFolder();
  write('package-lock.json', { packages: { ...packages, 'node_modules/elsewhere': { version: '1.0.0', optional: true } } });
});
afterEach(() => folder.remove());

it('sees that nothing is installed', () => expect(isInstalled(folder.path)).toBe(false));

it('takes what npm installed by itself, although packages of other systems are missing', () => {
  write('node_modules/.package-lock.json', { packages });
  expect(isInstalled(folder.path)).toBe(true);
});

it('sees another version', () => {
  write('node_modules/.package-lock.json', { packages: { ...packages, 'node_modules/needed': { ...needed, version: '0.9.0' } } });
  expect(isInstalled(folder.path)).toBe(false);
});

it('trusts its stamp until the lock changes', () => {
  mkdirSync(path.join(folder.path, 'node_modules'));
  stampInstalled(folder.path);
  expect(isInstalled(folder.path)).toBe(true);
  write('package-lock.json', { packages: { ...packages, 'node_modules/new': needed } });
  expect(isInstalled(folder.path)).toBe(false);
});

it('runs a script with its arguments, ends as it ends, and takes it along when it is ended', async () => {
  const launcher = path.join(folder.path, 'infra/local/installed.mjs'); // a copy, for which this folder is the checkout
  mkdirSync(path.dirname(launcher), { recursive: true });
  copyFileSync(path.join(import.meta.dirname, 'installed.mjs'), launcher);
  mkdirSync(path.join(folder.path, 'node_modules'));
  stampInstalled(folder.path);
  write('script.mjs', `process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('runs', process.argv[2]);`);
  const child = spawn(process.execPath, [launcher, path.join(folder.path, 'script.mjs'), 'with']);
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  const ended = new Promise<number | null>((resolve) => void child.once('exit', resolve));
  await eventually(() => said.includes('runs with'));
  child.kill('SIGTERM');
  expect(await ended).toBe(7);
}, 60_000);
