import { expect, it } from '@jest/globals';
import { baseConfig, readConfig, type Environment } from '@alianza/platform/run/config';
import { newKeyPair } from '@alianza/platform/principals/keys';
import type { Log } from '@alianza/platform/run/service-definition';
import { membershipConfig, type MembershipConfig } from '../config.js';
import { EmbeddedDirectory } from './embedded.directory.js';
import { directoryFor } from './identity.module.js';
import { KeycloakDirectory } from './keycloak.directory.js';
import { OutsideDirectory } from './outside.directory.js';

const said: unknown[] = [];
const log = { info: (fields: object, message: string) => said.push({ ...fields, message }) } as unknown as Log;
const url = 'http://identity:8080/admin';
const needed = {
  NATS_URL: 'nats://nats:4222',
  DATABASE_URL: 'postgresql://m:q7-vNq2@db/m',
  SERVICE_KEY: newKeyPair().privateKey,
  TRUSTED_KEYS: '{}',
  FILES_DIR: '/files',
};
const read = (own: Environment) => readConfig(baseConfig.extend(membershipConfig.shape), { ...needed, ...own }) as MembershipConfig;

it('asks the embedded issuer where it is configured', () => {
  const directory = directoryFor(read({ IDENTITY_ADMIN_URL: url, IDENTITY_ADMIN_SECRET: 's' }), log);
  expect([directory.elsewhere, directory]).toEqual([false, expect.any(EmbeddedDirectory)]);
});

it('asks Keycloak where it is configured', () => {
  const directory = directoryFor(read({ KEYCLOAK_URL: url, KEYCLOAK_CLIENT_SECRET: 's' }), log);
  expect([directory.elsewhere, directory]).toEqual([false, expect.any(KeycloakDirectory)]);
});

it('leaves accounts to a provider elsewhere, and says so without an address', async () => {
  const directory = directoryFor(read({}), log);
  expect([directory.elsewhere, directory]).toEqual([true, expect.any(OutsideDirectory)]);
  await directory.ensureAccount('titular@example.org');
  expect(said).toEqual([{ command: 'ensure-account', message: expect.stringContaining('elsewhere') }]);
});

it('refuses half of it', () => {
  for (const half of [{ IDENTITY_ADMIN_URL: url }, { IDENTITY_ADMIN_SECRET: 's' }])
    expect(() => directoryFor(read(half), log)).toThrow(/^configuration: IDENTITY_ADMIN_URL and IDENTITY_ADMIN_SECRET/);
  for (const half of [{ KEYCLOAK_URL: url }, { KEYCLOAK_CLIENT_SECRET: 's' }])
    expect(() => directoryFor(read(half), log)).toThrow(/^configuration: KEYCLOAK_URL and KEYCLOAK_CLIENT_SECRET/);
});

it('refuses two providers', () => {
  const both = { IDENTITY_ADMIN_URL: url, IDENTITY_ADMIN_SECRET: 's', KEYCLOAK_URL: url, KEYCLOAK_CLIENT_SECRET: 's' };
  expect(() => directoryFor(read(both), log)).toThrow(/two providers/);
});

it('reads operators, and repeats nothing of a list that is none', () => {
  const operator = { issuer: 'alianza', subject: 'a', email: 'operacion@example.org', name: 'Operación' };
  expect(read({}).OPERATORS).toEqual([]);
  expect(read({ OPERATORS: JSON.stringify([operator]) }).OPERATORS).toEqual([operator]);
  for (const wrong of ['leaked', '{"leaked":1}', '[{"issuer":"leaked"}]'])
    expect(() => read({ OPERATORS: wrong })).toThrow(/^configuration: OPERATORS \(custom\)$/);
});
