import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicNkeyOf } from '@alianza/platform/nats/nkeys';
import { baseConfig, readConfig, replicasOf, type Environment } from '@alianza/platform/run/config';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { temporaryFolder, type TemporaryFolder } from '../servers/spec-support.js';
import { isSince210, natsBinary } from '../servers/nats-binary.js';
import { publicKeyVariable } from '../servers/nats/production.js';
import { definitions } from '../services.js';
import { given, writeSecrets } from './secrets.js';

interface Service {
  image: string;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  ports?: string[];
  networks: string[] | Record<string, unknown>;
  restart: string;
  stop_grace_period?: string;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
}
interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
}

const root = path.resolve(import.meta.dirname, '../../..');
const source = readFileSync(path.join(root, 'infra/compose.yaml'), 'utf8');
const example = Object.fromEntries(
  readFileSync(path.join(root, 'infra/production.env.example'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
);

const variable = /(?<!\$)\$\{([A-Z][A-Z0-9_]*)(?:(:[?-])([^}]*))?\}/g;
/** As compose fills variables in: a value, a default, or a refusal. */
const filled = (text: string): string =>
  text.replaceAll(variable, (_all, name: string, operator = '', rest = '') => {
    const value = example[name] ?? '';
    if (value !== '') return value;
    if (operator === ':-') return String(rest);
    throw new Error(`${name}: ${String(rest)}`);
  });
/** After parsing, as compose does: a value cannot change the document. */
const filledWhole = (part: unknown): unknown => {
  if (typeof part === 'string') return filled(part);
  if (Array.isArray(part)) return part.map(filledWhole);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, filledWhole(value)]));
};
const compose = filledWhole(parse(source, { merge: true })) as Compose;
const entries = Object.entries(compose.services);
const networksOf = ({ networks }: Service): string[] => (Array.isArray(networks) ? networks : Object.keys(networks));
const definitionOf = (name: string) => definitions.find((definition) => definition.name === name);
const schemaOf = (name: string) => baseConfig.extend(definitionOf(name)?.config?.shape ?? z.object({}).shape);
const withoutFile = (key: string) => key.replace(/_FILE$/, '');

const [keepsNoFiles, usual, embedded] = [
  'it keeps no files',
  'the usual value is meant for production',
  'for the issuer and mailbox of `npm start`',
];
const ofBucket = Object.fromEntries(
  ['S3_URL', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'].map((key) => [key, keepsNoFiles]),
);
/** What a configuration takes and compose does not give, and why. */
const leftOut: Record<string, Record<string, string>> = {
  gateway: {
    ...Object.fromEntries(['KEEP_PUBLIC_MS', 'MAX_BODY', 'LEAVE_MS', 'LIMITS', 'LIMITS_PATIENCE_MS'].map((key) => [key, usual])),
    ...Object.fromEntries(['OIDC_UPSTREAM', 'MAILBOX_UPSTREAM'].map((key) => [key, embedded])),
    OIDC_ISSUER: 'it is the realm under ORIGIN',
    ISSUER_NAME: 'accounts are kept under the issuer’s own address',
    PROXY_PROTOCOL: 'the proxy speaks HTTP and says addresses in X-Forwarded-For',
  },
  membership: {
    ...Object.fromEntries(['IDENTITY_ADMIN_URL', 'IDENTITY_ADMIN_SECRET'].map((key) => [key, embedded])),
    KEYCLOAK_CLIENT_ID: 'the realm’s file names that client',
  },
  repository: { MEILI_INDEX: 'that server is ours alone' },
  notifications: ofBucket,
  audit: ofBucket,
};

let folder: TemporaryFolder;
let secrets: string;
beforeAll(() => {
  folder = temporaryFolder();
  secrets = path.join(folder.path, 'secrets');
  expect(writeSecrets(secrets).missing).toEqual(given);
  for (const name of given) writeFileSync(path.join(secrets, name), `smtps://${name}:q7%27-vNq2_x@mail.example.org\n`);
  expect(writeSecrets(secrets)).toEqual({ made: ['keycloak_environment'], missing: [] });
});
afterAll(() => folder.remove());

/** A container's environment on this machine: the image's own part, and secrets where they were made. */
const environmentOf = ({ environment = {} }: Service): Environment => ({
  NODE_ENV: 'production',
  ...Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, value.replace(/^\/run\/secrets/, secrets)])),
});

const isSecret = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodOptional ? isSecret(schema.unwrap() as z.ZodType) : schema.meta()?.secret === true;

it('runs every service of the product, and no other of ours', () => {
  const ours = entries.filter(([, { image }]) => image.startsWith('alianza:')).map(([name]) => name);
  expect(ours.sort()).toEqual([...definitions.map(({ name }) => name), 'migrate', 'streams'].sort());
});

describe.each(definitions.map(({ name }) => name))('%s', (name) => {
  const service = compose.services[name] as Service;

  it('is given what its configuration takes, in production, and nothing it does not know', () => {
    const keys = Object.keys(service.environment ?? {}).map(withoutFile);
    expect(keys.filter((key) => !(key in schemaOf(name).shape))).toEqual([]);
    const missing = Object.keys(schemaOf(name).shape).filter((key) => !keys.includes(key));
    expect(missing.sort()).toEqual(['NODE_ENV', ...Object.keys(leftOut[name] ?? {})].sort()); // which the image says
    const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: undefined, OTEL_TRACES_SAMPLER_ARG: 1, METRICS: 'on' };
    expect(readConfig(schemaOf(name), environmentOf(service))).toMatchObject({ NODE_ENV: 'production', HEALTH_HOST: '0.0.0.0', ...traced });
  });

  it('reads secrets from files alone', () => {
    const shape: Record<string, z.ZodType> = schemaOf(name).shape;
    const open = Object.keys(service.environment ?? {}).filter((key) => shape[key] && isSecret(shape[key]));
    expect(open).toEqual([]);
  });

  it('starts what is built, and is given the time that a drain takes', () => {
    const [script = ''] = service.command ?? [];
    expect(script).toBe(`services/${name}/dist/main.js`);
    expect(existsSync(path.join(root, script.replace('/dist/', '/src/').replace(/js$/, 'ts')))).toBe(true);
    expect(Number.parseInt(service.stop_grace_period ?? '', 10)).toBeGreaterThan(25);
  });

  it('is asked for its readiness where it answers', () => {
    const { HEALTH_PORT } = readConfig(schemaOf(name), environmentOf(service));
    expect(service.healthcheck?.test?.at(-1)).toContain(`http://127.0.0.1:${String(HEALTH_PORT)}/salud/listo`);
  });
});

it('keeps files in the volume, and in a bucket with its keys where a server is named', () => {
  const named = { S3_URL: 'https://s3.example.org', S3_BUCKET: 'alianza' };
  for (const name of ['gateway', 'membership', 'repository']) {
    const environment = environmentOf(compose.services[name] as Service);
    expect([name, readConfig(schemaOf(name), environment).S3_URL]).toEqual([name, undefined]);
    const { S3_URL, S3_BUCKET, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY } = readConfig(schemaOf(name), { ...environment, ...named });
    expect({ S3_URL, S3_BUCKET, S3_REGION }).toEqual({ ...named, S3_REGION: 'us-east-1' });
    expect([S3_ACCESS_KEY, S3_SECRET_KEY]).toEqual(
      ['s3_access_key', 's3_secret_key'].map((secret) => readFileSync(path.join(secrets, secret), 'utf8')),
    );
  }
});

it('migrates with the owner’s address and each service’s password, which is the one in its own address', () => {
  const { environment = {}, command, restart } = compose.services.migrate as Service;
  expect([command, restart]).toEqual([['infra/local/dist/migrate.js'], 'no']);
  const wanted = ['MIGRATION_DATABASE_URL', ...definitions.map(({ name }) => `${name.toUpperCase()}_DATABASE_PASSWORD`)];
  expect(Object.keys(environment).sort()).toEqual(wanted.map((key) => `${key}_FILE`).sort());
  for (const { name } of definitions) {
    const { DATABASE_URL } = readConfig(schemaOf(name), environmentOf(compose.services[name] as Service));
    const { username, password, pathname } = new URL(DATABASE_URL);
    expect([username, pathname]).toEqual([`alianza_${name}`, `/alianza_${name}`]);
    expect(readFileSync(path.join(secrets, `${name}_database_password`), 'utf8')).toBe(password);
  }
});

it('has streams made by who has a seed for that alone', () => {
  const { environment, command, restart } = compose.services.streams as Service;
  expect([command, restart]).toEqual([['infra/local/dist/production/keep-streams.js'], 'unless-stopped']);
  expect(Object.keys(environment ?? {})).toEqual(['NATS_URL', 'NATS_NKEY_SEED_FILE']);
  const { NATS_NKEY_SEED = '' } = readConfig(
    baseConfig.pick({ NATS_URL: true, NATS_NKEY_SEED: true }),
    environmentOf(compose.services.streams as Service),
  );
  expect(toldBy('nats_environment')[publicKeyVariable('streams')]).toBe(publicNkeyOf(NATS_NKEY_SEED));
});

it('hands each part the secrets it reads and no other, all of which can be made', () => {
  for (const [name, { environment = {}, entrypoint = [], volumes = [], secrets: handed = [] }] of entries) {
    const scripts = volumes
      .filter((volume) => volume.endsWith('.sh:ro'))
      .map((volume) => path.join(root, 'infra', volume.split(':')[0] ?? ''));
    const said = [...Object.values(environment), ...entrypoint, ...scripts.map((file) => readFileSync(file, 'utf8'))].join('\n');
    const read = [...said.matchAll(/\/run\/secrets\/(\w+)/g)].map(([, secret]) => secret);
    expect([name, [...new Set(read)].sort()]).toEqual([name, [...handed].sort()]);
  }
  for (const [name, { file }] of Object.entries(compose.secrets)) {
    expect(file).toBe(`./secrets/${name}`);
    expect([name, existsSync(path.join(secrets, name))]).toEqual([name, true]);
  }
  expect(new Set(entries.flatMap(([, { secrets: handed = [] }]) => handed))).toEqual(new Set(Object.keys(compose.secrets)));
});

it('keeps streams on no more servers than there are', () => {
  const servers = entries.filter(([, { image }]) => image.startsWith('nats:')).length;
  for (const { name } of definitions)
    expect([name, replicasOf(readConfig(schemaOf(name), environmentOf(compose.services[name] as Service)))]).toEqual([name, servers]);
});

it('holds no secret itself', () => {
  for (const [name, { environment = {} }] of entries)
    expect([name, Object.keys(environment).filter((key) => /(PASSWORD|SECRET|SEED|TOKEN|_KEY)$/.test(key))]).toEqual([name, []]);
});

it('pins every image to a version', () => {
  for (const [name, { image }] of entries)
    expect([name, image]).toEqual([name, expect.stringMatching(/^[\w./-]+:v?\d+\.\d+(\.\d+)?(-\w+)?$/)]);
});

it('leans only on parts, networks, volumes and files that there are', () => {
  for (const [name, service] of entries) {
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      const needed = compose.services[other];
      const canTell = condition === 'service_completed_successfully' ? needed?.restart === 'no' : needed?.healthcheck?.test !== undefined;
      expect([name, other, condition, canTell]).toEqual([name, other, condition, true]);
    }
    expect(networksOf(service).filter((network) => !(network in compose.networks))).toEqual([]);
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':');
      const isThere = from.startsWith('./') ? existsSync(path.join(root, 'infra', from)) : from.startsWith('/') || from in compose.volumes;
      expect([name, from, isThere]).toEqual([name, from, true]);
    }
  }
});

it('gives a way out to those alone that send mail, keep files in a bucket or answer the proxy; it reaches none but the gateway', () => {
  const isOpen = (network: string) => compose.networks[network]?.internal !== true;
  const open = entries.filter(([, service]) => networksOf(service).some(isOpen)).map(([name]) => name);
  expect(open.sort()).toEqual(['gateway', 'keycloak', 'membership', 'notifications', 'proxy', 'repository']);
  expect(isOpen('inside')).toBe(false);
  expect(entries.filter(([, service]) => networksOf(service).includes('front')).map(([name]) => name)).toEqual(['gateway', 'proxy']);
  expect(entries.filter(([, service]) => !networksOf(service).includes('inside')).map(([name]) => name)).toEqual(['proxy']);
});

it('opens one door to all, which leads to where the gateway listens, and it to where Keycloak does; reports on delivery come from this machine', () => {
  const open = entries.filter(([, { ports = [] }]) => ports.some((port) => !port.startsWith('127.0.0.1:')));
  expect(open.map(([name]) => name)).toEqual(['proxy']);
  const { ports, environment } = compose.services.notifications as Service;
  expect(ports).toEqual([`127.0.0.1:2525-2526:${environment?.BOUNCE_PORT ?? ''}`]);
  const door = readFileSync(path.join(root, 'infra/proxy/Caddyfile'), 'utf8');
  expect(door).toContain(`dynamic a gateway ${compose.services.gateway?.environment?.PORT ?? ''} {`);
  for (const name of ['gateway', 'membership'])
    expect([name, compose.services[name]?.environment?.KEYCLOAK_URL]).toEqual([name, 'http://keycloak:8080']);
  const asked = [...door.matchAll(/\{\$([A-Z_]+)\}/g)].map(([, name]) => name);
  expect(Object.keys(compose.services.proxy?.environment ?? {}).sort()).toEqual([...new Set(asked)].sort());
});

/** What a program that reads no files is told. */
function toldBy(secret: string): Record<string, string> {
  const told = execFileSync('/bin/sh', ['-ceu', `. ${path.join(secrets, secret)}; env`], { env: {} }).toString();
  return Object.fromEntries(told.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

it('gives Keycloak every value that its realm’s file asks for', () => {
  const values = toldBy('keycloak_environment');
  expect(values).toMatchObject({ SMTP_HOST: 'mail.example.org', SMTP_PASSWORD: "q7'-vNq2_x", SMTP_SSL: 'true', SMTP_AUTH: 'true' });
  const realm = readFileSync(path.join(root, 'infra/keycloak/alianza-realm.json'), 'utf8');
  const asked = [...realm.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name = '']) => name);
  const everything = { ...values, ...compose.services.keycloak?.environment };
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((name) => !everything[name])).toEqual([]);
});

it('gives NATS the public key of each service’s seed, and with them its configuration is whole', async () => {
  const values = toldBy('nats_environment');
  for (const { name } of definitions) {
    const { NATS_NKEY_SEED = '' } = readConfig(schemaOf(name), environmentOf(compose.services[name] as Service));
    expect(values[publicKeyVariable(name)]).toBe(publicNkeyOf(NATS_NKEY_SEED));
  }
  const { file } = await natsBinary();
  if (!isSince210(file)) return process.stderr.write('infra/nats was not tried: this NATS server is older than 2.10\n');
  return execFileSync(file, ['-c', path.join(root, 'infra/nats/nats.conf'), '-t'], { env: values, stdio: 'pipe' });
});

it('asks for what the example of its surroundings names, and the example for nothing else', () => {
  const asked = [...source.matchAll(variable)].map(([, name]) => name);
  expect(new Set(asked)).toEqual(new Set(Object.keys(example)));
  for (const [, name = '', operator, fallback = ''] of source.matchAll(variable))
    if (operator === ':-') expect([name, example[name]]).toEqual([name, fallback]);
});

it('the runbook asks for nothing that is not there', () => {
  const runbook = readFileSync(path.join(root, 'docs/runbook.md'), 'utf8');
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const asked = [...runbook.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
  expect(asked.filter((script) => !(script in scripts))).toEqual([]);
  const built = [...runbook.matchAll(/\b(services\/\w+)\/dist\/(\w+)\.js/g)].map(([, service, file]) => `${service}/src/${file}.ts`);
  expect(built.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  expect([asked.length > 4, built.length > 0]).toEqual([true, true]);
});

describe('secrets', () => {
  it('are in a folder of their owner’s alone', () => {
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
  });

  it('are kept when asked for again; one that was removed is renewed with what follows from it', () => {
    expect(writeSecrets(secrets)).toEqual({ made: [], missing: [] });
    const file = path.join(secrets, 'audit_database_password');
    const old = readFileSync(file, 'utf8');
    rmSync(file);
    expect(writeSecrets(secrets).made).toEqual(['audit_database_password', 'audit_database_url']);
    expect(readFileSync(file, 'utf8')).not.toBe(old);
  });
});
