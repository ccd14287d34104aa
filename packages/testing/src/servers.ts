import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { provision } from '@alianza/local/databases';
import { startNats } from '@alianza/local/servers/nats';
import { startPostgres } from '@alianza/local/servers/postgres';
import { builtWeb } from '@alianza/local/web';
import { definitions } from './definitions.js';

/** What the workers of a run are told, through the environment. */
export interface Shared {
  dir: string;
  postgres: string;
  nats: { host: string; password: string };
  databasePassword: string;
  webDist: string;
}

export const sharedKey = 'ALIANZA_TEST_SERVERS';
/** Before a service's name in the name of its migrated template. */
export const templatePrefix = 'template_';
export const accountOf = (worker: number): string => `w${String(worker)}`;

/** Starts what is shared: servers that may forget, since losing them loses nothing. */
export async function startServers(dir: string, workers: number): Promise<{ stop(): Promise<void> }> {
  const accounts = Array.from({ length: workers }, (_none, index) => accountOf(index + 1));
  const [postgres, nats, webDist] = await Promise.all([
    startPostgres(dir, { forgetful: true }),
    startNats(dir, { forgetful: true, accounts }),
    builtWeb(() => undefined),
  ]);
  const databasePassword = randomBytes(16).toString('hex');
  const secrets = Object.fromEntries(definitions.map(({ name }) => [name, databasePassword]));
  await provision(postgres.url, definitions, { prefix: templatePrefix, secrets });
  const shared: Shared = { dir, postgres: postgres.url, nats: { host: nats.address, password: nats.password }, databasePassword, webDist };
  process.env[sharedKey] = JSON.stringify(shared);
  const stop = async () => {
    await Promise.all([postgres.stop(), nats.stop()]);
    rmSync(dir, { recursive: true, force: true });
  };
  return { stop };
}
