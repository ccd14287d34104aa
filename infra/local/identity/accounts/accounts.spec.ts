import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../../servers/spec-support.js';
import { Accounts } from './accounts.js';
import { Attempts } from './attempts.js';
import { Codes } from './codes.js';

let folder: TemporaryFolder;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = path.join(folder.path, 'identity/accounts.json');
});
afterEach(() => folder.remove());

it('makes an account once per address, without password, whatever the letters', async () => {
  const accounts = new Accounts(file);
  accounts.ensure('Una@Example.org', 'Una');
  const { subject } = accounts.byEmail('una@example.ORG') ?? { subject: '' };
  accounts.ensure('UNA@example.org', 'Otra');
  expect(accounts.byEmail('una@example.org')).toMatchObject({ subject, name: 'Una', password: null });
  expect(await accounts.check('una@example.org', '')).toBeNull();
});

it('keeps a hash, never the password, in a file of its owner alone', async () => {
  const accounts = new Accounts(file);
  accounts.ensure('una@example.org', null);
  const subject = accounts.byEmail('una@example.org')?.subject ?? '';
  await accounts.setPassword(subject, 'contraseña larga');
  expect(readFileSync(file, 'utf8')).not.toContain('contraseña larga');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const again = new Accounts(file);
  expect(await again.check('una@example.org', 'contraseña larga')).toMatchObject({ subject });
  expect(await again.check('una@example.org', 'contraseña  larga')).toBeNull();
  expect(await again.check('nadie@example.org', 'contraseña larga')).toBeNull();
});

it('lets nobody in who is disabled, and again once enabled', async () => {
  const accounts = new Accounts(file);
  await accounts.loadDemo([{ subject: 's', email: 's@example.org', name: 'S', password: 'contraseña larga', secondFactor: true }]);
  expect([accounts.disable('s'), accounts.disable('unknown')]).toEqual([true, false]);
  expect(await accounts.check('s@example.org', 'contraseña larga')).toBeNull();
  accounts.enable('s');
  expect(await accounts.check('s@example.org', 'contraseña larga')).not.toBeNull();
});

it('loads the demo twice without undoing what its people changed', async () => {
  const people = [{ subject: 's', email: 's@example.org', name: 'S', password: 'contraseña larga', secondFactor: true }];
  const accounts = new Accounts(file);
  await accounts.loadDemo(people);
  await accounts.setPassword('s', 'cambiada por su dueña');
  const before = accounts.get('s');
  await accounts.loadDemo(people);
  expect(accounts.get('s')).toEqual(before);
  accounts.resetSecondFactor('s');
  expect(accounts.get('s')?.totpKey).not.toBe(before?.totpKey);
});

it('counts attempts for fifteen minutes', () => {
  const attempts = new Attempts(2);
  const minute = 60_000;
  attempts.note('a', 0);
  attempts.note('a', minute);
  expect([attempts.isExhausted('a', minute), attempts.isExhausted('b', minute), attempts.isExhausted('a', 15 * minute)]).toEqual([
    true,
    false,
    false,
  ]);
});

it('accepts a mailed code five times at most, for fifteen minutes, until it is spent', () => {
  const codes = new Codes();
  const wrong = (code: string) => (code === '111111' ? '222222' : '111111');
  const tried = codes.make('a', 0);
  for (let attempt = 0; attempt < 5; attempt++) expect(codes.accepts('a', wrong(tried), 1)).toBe(false);
  expect(codes.accepts('a', tried, 1)).toBe(false);
  const late = codes.make('a', 0);
  expect([codes.accepts('a', late, 15 * 60_000), codes.accepts('b', late, 1)]).toEqual([false, false]);
  const good = codes.make('a', 0);
  expect(codes.accepts('a', good, 1)).toBe(true);
  codes.spend('a');
  expect(codes.accepts('a', good, 1)).toBe(false);
});
