import { services } from '@alianza/contracts/access';
import { keeperName } from '@alianza/platform/nats/permissions';
import { newNkey, publicNkeyOf } from '@alianza/platform/nats/nkeys';
import { newKeyPair } from '@alianza/platform/principals/keys';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loginRole } from '../databases.js';
import { publicKeyVariable } from '../servers/nats/production.js';
import { newSecret } from '../servers/private-file.js';

/** Whatever is random: made once, kept afterwards. */
const made: Readonly<Record<string, () => string>> = {
  postgres_password: newSecret,
  keycloak_database_password: newSecret,
  keycloak_admin_password: newSecret,
  directory_client_secret: newSecret,
  meilisearch_key: newSecret,
  // Of no use until the server's own are written over them.
  s3_access_key: newSecret,
  s3_secret_key: newSecret,
  ...Object.fromEntries(services.map((service) => [`${service}_database_password`, newSecret])),
  ...Object.fromEntries([...services, keeperName].map((name) => [`${name}_nats_nkey_seed`, () => newNkey().seed])),
  ...Object.fromEntries(services.map((service) => [`${service}_service_key`, () => newKeyPair().privateKey])),
};

const publicOf = (privateKey: string): string => {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
};

const database = (user: string, password: string, name: string) => `postgresql://${user}:${password}@postgres:5432/${name}`;

const quoted = (value: string) => `'${value.replaceAll("'", `'\\''`)}'`;

/** Variables for a program that reads no secrets from files. */
const exported = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `export ${name}=${quoted(value)}\n`)
    .join('');

/** Keycloak's own, and those that infra/keycloak/alianza-realm.json asks for. */
function keycloakEnvironment(secretOf: (name: string) => string): string {
  const mail = new URL(secretOf('smtp_url'));
  const variables = {
    KC_DB_PASSWORD: secretOf('keycloak_database_password'),
    KC_BOOTSTRAP_ADMIN_PASSWORD: secretOf('keycloak_admin_password'),
    DIRECTORY_CLIENT_SECRET: secretOf('directory_client_secret'),
    SMTP_HOST: mail.hostname,
    SMTP_PORT: mail.port || (mail.protocol === 'smtps:' ? '465' : '587'),
    SMTP_SSL: String(mail.protocol === 'smtps:'),
    SMTP_STARTTLS: String(mail.protocol !== 'smtps:'),
    SMTP_AUTH: String(mail.username !== ''),
    SMTP_USER: decodeURIComponent(mail.username),
    SMTP_PASSWORD: decodeURIComponent(mail.password),
  };
  return exported(variables);
}

/** Whatever follows from others: written anew each time, so that it never disagrees. */
function derived(secretOf: (name: string) => string, isComplete: boolean): Record<string, string> {
  const urls = services.map((service) => {
    const role = loginRole(service);
    return [`${service}_database_url`, database(role, secretOf(`${service}_database_password`), role)] as const;
  });
  return {
    migration_database_url: database('postgres', secretOf('postgres_password'), 'postgres'),
    trusted_keys: JSON.stringify(Object.fromEntries(services.map((service) => [service, publicOf(secretOf(`${service}_service_key`))]))),
    nats_environment: exported(
      Object.fromEntries(
        [...services, keeperName].map((name) => [publicKeyVariable(name), publicNkeyOf(secretOf(`${name}_nats_nkey_seed`))]),
      ),
    ),
    ...Object.fromEntries(urls),
    ...(isComplete ? { keycloak_environment: keycloakEnvironment(secretOf) } : {}),
  };
}

/** Only whoever runs the platform knows these. */
export const given: readonly string[] = ['smtp_url'];

/**
 * Makes in `folder` the secrets that are not there yet and those that follow from others; removing one and asking again renews it. The folder is
 * its owner's alone; the files are open below it, since containers read them as other users. Answers what was made, and what is missing still.
 */
export function writeSecrets(folder: string): { made: string[]; missing: string[] } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const place = (name: string) => path.join(folder, name);
  const put = (name: string, value: string) => {
    if (existsSync(place(name)) && readFileSync(place(name), 'utf8') === value) return false;
    writeFileSync(place(name), value, { flush: true });
    chmodSync(place(name), 0o444);
    return true;
  };
  const missing = given.filter((name) => !existsSync(place(name)));
  const fresh = Object.entries(made).filter(([name, make]) => !existsSync(place(name)) && put(name, make()));
  const all = derived((name) => readFileSync(place(name), 'utf8').trimEnd(), missing.length === 0);
  const following = Object.entries(all).filter(([name, value]) => put(name, value));
  return { made: [...fresh, ...following].map(([name]) => name), missing };
}
