import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { newKeyPair } from '../principals/keys.js';
import { newNkey } from '../nats/nkeys.js';
import { baseConfig, readConfig, replicasOf, secret, type Environment } from './config.js';

const { privateKey, publicKey } = newKeyPair();
const good = {
  NATS_URL: 'nats://nats:4222',
  DATABASE_URL: 'postgresql://alianza_audit:q7-vNq2_x@db/alianza_audit',
  SERVICE_KEY: privateKey,
  TRUSTED_KEYS: JSON.stringify({ gateway: publicKey }),
  FILES_DIR: '/files',
};
const production = { ...good, NODE_ENV: 'production', NATS_NKEY_SEED: newNkey().seed };
const sentenceOf = (env: Environment, schema: z.ZodObject = baseConfig): string => {
  try {
    readConfig(schema, env);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const fileWith = (text: string) => {
  const file = path.join(folder, `${text.length}`);
  writeFileSync(file, text);
  return file;
};

describe('a configuration', () => {
  it('is read with its defaults', () => {
    expect(readConfig(baseConfig, good)).toMatchObject({
      NODE_ENV: 'development',
      LOG_LEVEL: 'info',
      TRUSTED_KEYS: { gateway: publicKey },
    });
    expect(readConfig(baseConfig, { ...good, HEALTH_PORT: '8080' })).toMatchObject({ HEALTH_PORT: 8080, HEALTH_HOST: '127.0.0.1' });
    expect(readConfig(baseConfig, { ...good, HEALTH_HOST: '0.0.0.0' }).HEALTH_HOST).toBe('0.0.0.0');
  });

  it('takes a value from the file that `<KEY>_FILE` names, which wins over the key itself', () => {
    const DATABASE_URL_FILE = fileWith(`${good.DATABASE_URL}\n`);
    expect(readConfig(baseConfig, { ...good, DATABASE_URL: 'other', DATABASE_URL_FILE }).DATABASE_URL).toBe(good.DATABASE_URL);
  });

  it('names every key at fault in one sentence', () => {
    const said = sentenceOf({ NATS_URL: '', LOG_LEVEL: 'loud', SERVICE_KEY: privateKey, FILES_DIR: '/files' });
    expect(said).toMatch(/^configuration: [^\n]+$/);
    for (const key of ['NATS_URL', 'DATABASE_URL', 'TRUSTED_KEYS', 'LOG_LEVEL']) expect(said).toContain(key);
    for (const key of ['SERVICE_KEY', 'FILES_DIR', 'HEALTH_PORT']) expect(said).not.toContain(key);
  });

  it.each([
    ['no JSON', 'leaked-words'],
    ['a list', '["leaked-words"]'],
    ['no text inside', '{"gateway":{"leaked-words":1}}'],
    ['no key inside', '{"gateway":"leaked-words"}'],
  ])('refuses trusted keys that are %s, without repeating them', (_what, TRUSTED_KEYS) => {
    const said = sentenceOf({ ...good, TRUSTED_KEYS });
    expect(said).toMatch(/^configuration: TRUSTED_KEYS[^\n]+$/);
    expect(said).not.toContain('leaked');
  });

  it('refuses a key of its own that is none, and a file that cannot be read', () => {
    expect(sentenceOf({ ...good, SERVICE_KEY: 'leaked-words' })).toBe('configuration: SERVICE_KEY (custom)');
    expect(sentenceOf({ ...good, SERVICE_KEY_FILE: path.join(folder, 'none') })).toBe(
      'configuration: SERVICE_KEY_FILE names a file that cannot be read (ENOENT)',
    );
  });

  it('takes a seed for NATS or none, and no user or password in its address, which nobody would hear of', () => {
    expect(readConfig(baseConfig, { ...good, NATS_NKEY_SEED_FILE: fileWith(`${production.NATS_NKEY_SEED}\n`) }).NATS_NKEY_SEED).toBe(
      production.NATS_NKEY_SEED,
    );
    expect(sentenceOf({ ...good, NATS_NKEY_SEED: 'SUAleaked' })).toBe('configuration: NATS_NKEY_SEED (custom)');
    for (const NATS_URL of ['nats://leaked:leaked@nats:4222', 'nats://nats-1:4222,nats://leaked@nats-2:4222'])
      expect(sentenceOf({ ...good, NATS_URL })).toBe('configuration: NATS_URL (custom)');
  });

  it('keeps a stream on one server, and in production on three, unless it says on how many', () => {
    expect([good, production].map((env) => replicasOf(readConfig(baseConfig, env)))).toEqual([1, 3]);
    expect([good, production].map((env) => replicasOf(readConfig(baseConfig, { ...env, NATS_REPLICAS: '2' })))).toEqual([2, 2]);
    expect(sentenceOf({ ...good, NATS_REPLICAS: '0' })).toContain('NATS_REPLICAS');
  });

  it('never repeats a value', () => {
    const said = sentenceOf({
      NODE_ENV: 'leaked-1',
      NATS_URL: 'leaked-2',
      HEALTH_PORT: 'leaked-3',
      LOG_LEVEL: 'leaked-4',
      DATABASE_URL: '',
    });
    expect(said).toContain('HEALTH_PORT');
    expect(said).not.toContain('leaked');
  });
});

describe('production', () => {
  it('takes secrets that nobody knows', () => {
    expect(readConfig(baseConfig, production).NODE_ENV).toBe('production');
  });

  it.each(['cuidar-es-trabajo', 'postgres', 'changeme', 'ChangeMe', 'password'])('refuses %s, also inside an address', (known) => {
    const schema = baseConfig.extend({ TOKEN: secret().optional() });
    const said = sentenceOf({ ...production, TOKEN: known, DATABASE_URL: `postgresql://alianza_audit:${known}@db/alianza_audit` }, schema);
    expect(said).toBe('configuration: DATABASE_URL, TOKEN hold a well-known value, which production refuses');
  });

  it('starts nothing that would ask NATS as nobody', () => {
    expect(sentenceOf({ ...production, NATS_NKEY_SEED: undefined })).toBe('configuration: NATS_NKEY_SEED missing, which production needs');
  });

  it('reads an address’s password as its server will', () => {
    expect(sentenceOf({ ...production, DATABASE_URL: 'postgresql://a:%63hangeme@db/a' })).toContain('DATABASE_URL');
    expect(sentenceOf({ ...production, DATABASE_URL: 'postgresql://a:100%@db/a' })).toBe('');
  });

  it('looks at the secrets of a service too, given by file or not, and at nothing else', () => {
    const schema = baseConfig.extend({ SMTP_URL: secret(), MAIL_FROM: z.string(), TOKEN: secret().optional() });
    const own = { ...production, SMTP_URL_FILE: fileWith('smtp://mail:secret@mail:587'), MAIL_FROM: 'example', TOKEN: undefined };
    expect(sentenceOf(own, schema)).toBe('configuration: SMTP_URL hold a well-known value, which production refuses');
  });

  it('alone minds', () => {
    for (const NODE_ENV of ['development', 'test', undefined])
      expect(sentenceOf({ ...good, NODE_ENV, DATABASE_URL: 'postgresql://a:changeme@db/a' })).toBe('');
  });
});
