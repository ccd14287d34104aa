import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { temporaryFolder, type TemporaryFolder } from '../servers/spec-support.js';
import { definitions } from '../services.js';
import { given, writeSecrets } from './secrets.js';

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly deploy?: { readonly replicas?: number };
}

const infra = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(infra, file), 'utf8');
const { services } = parse(read('compose.yaml'), { merge: true }) as { services: Readonly<Record<string, Service>> };
const probeOf = (name: string): string => services[name]?.healthcheck?.test?.join(' ') ?? '';
const environmentOf = (name: string) => services[name]?.environment ?? {};
/** What a configuration of `key value` or `key = value` says, where it says it. */
const said = (file: string, key: string) => new RegExp(`^${key}\\s*[:=]?\\s*(.+)$`, 'm').exec(read(file))?.[1]?.trim();
const portOf = (address: string) => new URL(address.replace(/^jdbc:/, '')).port;

let folder: TemporaryFolder;
const secret = (name: string) => readFileSync(path.join(folder.path, name), 'utf8');
beforeAll(() => {
  folder = temporaryFolder();
  for (const name of given) writeFileSync(path.join(folder.path, name), 'smtps://mail.example.org\n');
  writeSecrets(folder.path);
});
afterAll(() => folder.remove());

it('every part is asked whether it is well, but the one that ends, the one that nobody waits for, and the door itself', () => {
  const unasked = Object.keys(services).filter((name) => probeOf(name) === '');
  expect(unasked.sort()).toEqual(['migrate', 'proxy', 'streams']);
});

it('NATS listens where services look for it, and tells of itself where it is asked', () => {
  const listens = said('nats/nats.conf', 'listen')?.split(':').at(-1);
  expect(listens).toMatch(/^\d+$/);
  for (const { name } of definitions) {
    const { protocol, hostname, port } = new URL(environmentOf(name).NATS_URL ?? '');
    expect([name, protocol, hostname, port]).toEqual([name, 'nats:', 'nats', listens]);
  }
  expect(probeOf('nats')).toContain(` http://${String(said('nats/nats.conf', 'http'))}/healthz`);
});

it('PostgreSQL is asked where services, migrations and Keycloak find it', () => {
  const port = said('postgres/postgresql.conf', 'port') ?? '5432';
  expect(/--port=(\d+)/.exec(probeOf('postgres'))?.[1] ?? '5432').toBe(port);
  const own = [...definitions.map(({ name }) => `${name}_database_url`), 'migration_database_url'].map(secret);
  for (const address of [...own, environmentOf('keycloak').KC_DB_URL ?? '']) {
    expect(new URL(address.replace(/^jdbc:/, '')).hostname).toBe('postgres');
    expect(portOf(address)).toBe(port);
  }
});

it('Keycloak tells of its health, on its port for that, and answers where the gateway and membership ask it', () => {
  const { KC_HEALTH_ENABLED, KC_HTTP_ENABLED, KC_HTTP_MANAGEMENT_PORT = '9000', KC_HTTP_PORT = '8080' } = environmentOf('keycloak');
  expect([KC_HEALTH_ENABLED, KC_HTTP_ENABLED]).toEqual(['true', 'true']);
  expect(probeOf('keycloak')).toContain(`/dev/tcp/127.0.0.1/${KC_HTTP_MANAGEMENT_PORT} `);
  expect(probeOf('keycloak')).toContain('GET /health/ready HTTP/1.0');
  for (const name of ['gateway', 'membership'])
    expect([name, portOf(environmentOf(name).KEYCLOAK_URL ?? '')]).toEqual([name, KC_HTTP_PORT]);
});

it('Meilisearch is asked where it listens, and where the example says that the search finds it', () => {
  const { MEILI_HTTP_ADDR = '' } = environmentOf('meilisearch');
  const port = MEILI_HTTP_ADDR.split(':').at(-1);
  expect(MEILI_HTTP_ADDR).toBe(`0.0.0.0:${String(port)}`);
  expect(probeOf('meilisearch')).toContain(` http://127.0.0.1:${String(port)}/health`);
  const told = [...`${read('compose.yaml')}${read('production.env.example')}`.matchAll(/http:\/\/meilisearch:(\d+)/g)];
  expect(new Set(told.map(([, named]) => named))).toEqual(new Set([port]));
});

it('every service runs twice, and who makes their streams, and what migrates once', () => {
  const replicas = Object.entries(services).map(([name, { deploy }]) => [name, deploy?.replicas ?? 1] as const);
  const twice = replicas.filter(([, count]) => count === 2).map(([name]) => name);
  expect(twice.sort()).toEqual([...definitions.map(({ name }) => name), 'streams'].sort());
  expect(replicas.filter(([, count]) => count > 2)).toEqual([]);
  expect(services.migrate?.deploy?.replicas).toBe(1);
});
