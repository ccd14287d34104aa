import type { MikroORM } from '@mikro-orm/postgresql';
import type { ServiceName } from '@alianza/contracts/access';
import { addressAs, cloneTemplate, loginRole, ownerRole } from '@alianza/local/databases';
import { openOrm } from '@alianza/platform/data/dialect';
import type { Messages } from '@alianza/local/environments';
import { connectNats } from '@alianza/platform/nats/connection';
import { openLog } from '@alianza/platform/run/log';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { definitionOf } from './definitions.js';
import { sharedKey, templatePrefix, type Shared } from './servers.js';
import { perSpecFile } from './spec-files/per-spec-file.js';

export function shared(): Shared {
  const json = process.env[sharedKey];
  if (json === undefined)
    throw new Error('this spec needs the servers of test/global-setup.mjs: name it *.int.spec.ts or *.browser.spec.ts');
  return JSON.parse(json) as Shared;
}

export const worker = Number(process.env.JEST_WORKER_ID ?? 1);

/** This worker's account. */
export function messages(): Messages {
  const own = shared().nats[worker - 1];
  if (!own) throw new Error(`no account for worker ${String(worker)}`);
  return own;
}

/** As a user of this worker's account who may do everything: for what no service may do. Whoever asks closes it. */
export function keeper(name = 'spec'): Promise<NatsConnection> {
  const { url, keeper: seed } = messages();
  return connectNats({ NATS_URL: url, NATS_NKEY_SEED: seed }, name);
}

const databaseOf = (service: ServiceName) => `worker${String(worker)}_${service}`;
const cloned = perSpecFile(() => new Map<ServiceName, Promise<void>>());

/** No event of an earlier spec reaches this one. */
const emptied = perSpecFile(async () => {
  const connection = await keeper();
  const manager = await jetstreamManager(connection, { timeout: 20_000 });
  for await (const { config } of manager.streams.list()) await manager.streams.delete(config.name);
  await connection.close();
});

async function cloneFresh(service: ServiceName): Promise<void> {
  await emptied();
  await cloneTemplate(shared().postgres, `${templatePrefix}${service}`, databaseOf(service), ownerRole(service));
}

/** This worker's database of a service: fresh for each spec file, so that no work left by another waits in it. */
export async function workerDatabase(service: ServiceName): Promise<string> {
  const cloning = cloned().get(service) ?? cloneFresh(service);
  cloned().set(service, cloning);
  await cloning;
  const { postgres, databasePassword } = shared();
  return addressAs(postgres, { name: loginRole(service), password: databasePassword }, databaseOf(service));
}

/** The same as superuser, whom no row-level security binds. */
export async function mightyDatabase(service: ServiceName): Promise<string> {
  const { pathname } = new URL(await workerDatabase(service));
  return Object.assign(new URL(shared().postgres), { pathname }).toString();
}

/** An ORM of its own on a service's database, as the role the service runs as; or as superuser. */
export async function connectTo(service: ServiceName, as: 'service' | 'superuser' = 'service'): Promise<MikroORM> {
  const url = as === 'service' ? await workerDatabase(service) : await mightyDatabase(service);
  return openOrm(definitionOf(service).orm, url, openLog('test', 'error'), 2);
}
