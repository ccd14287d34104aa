import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { provision } from '@alianza/local/databases';
import type { Messages } from '@alianza/local/environments';
import { startNats } from '@alianza/local/servers/nats';
import { grantsOf, newNatsAccount } from '@alianza/local/servers/nats/account';
import { startPostgres } from '@alianza/local/servers/postgres';
import type { Consumption } from '@alianza/platform/events/consumes.decorator';
import { builtWeb } from '@alianza/local/web';
import { roleGranted } from '@alianza/contracts/membership/people';
import { definitions } from '@alianza/local/services';

/** What the workers of a run are told, through the environment. */
export interface Shared {
  dir: string;
  postgres: string;
  /** Of each worker: an account of its own. */
  nats: readonly Messages[];
  databasePassword: string;
  webDist: string;
}

export const sharedKey = 'ALIANZA_TEST_SERVERS';
/** Before a service's name in the name of its migrated template. */
export const templatePrefix = 'template_';

/** A consumer that specs may add to membership, on facts of its own. */
export const specDurable = 'membership-spec';
const specConsumption: Consumption = { durable: specDurable, stream: 'membership', filter: roleGranted.subject, batch: 1 };

/** Starts what is shared: servers that may forget, since losing them loses nothing. `stop` ends what runs by then, also before all of it has `started`. */
export function startServers(dir: string, workers: number): { readonly started: Promise<void>; stop(): Promise<void> } {
  const grants = grantsOf(definitions, { membership: [specConsumption] });
  const accounts = Array.from({ length: workers }, (_none, index) => newNatsAccount(`w${String(index + 1)}`, grants));
  const servers = [startPostgres(dir, { forgetful: true }), startNats(dir, { forgetful: true, accounts })] as const;
  const share = async () => {
    const [postgres, nats, webDist] = await Promise.all([...servers, builtWeb(() => undefined)]);
    const databasePassword = randomBytes(16).toString('hex');
    const secrets = Object.fromEntries(definitions.map(({ name }) => [name, databasePassword]));
    await provision(postgres.url, definitions, { prefix: templatePrefix, secrets });
    const messages = accounts.map(({ seeds, keeper }) => ({ url: nats.address, seeds, keeper }));
    const shared: Shared = { dir, postgres: postgres.url, nats: messages, databasePassword, webDist };
    process.env[sharedKey] = JSON.stringify(shared);
  };
  const end = async () => {
    for (const server of await Promise.allSettled(servers)) if (server.status === 'fulfilled') await server.value.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  let ended: Promise<void> | null = null;
  return { started: share(), stop: () => (ended ??= end()) };
}
