import type { MikroORM } from '@mikro-orm/postgresql';
import type { ServiceName } from '@alianza/contracts/access';
import { addressAs, cloneTemplate, loginRole, ownerRole } from '@alianza/local/databases';
import { openOrm } from '@alianza/platform/data/dialect';
import { openLog } from '@alianza/platform/run/log';
import pg from 'pg';
import { definitionOf } from './definitions.js';
import { sharedKey, templatePrefix, type Shared } from './servers.js';

export function shared(): Shared {
  const json = process.env[sharedKey];
  if (json === undefined)
    throw new Error('this spec needs the servers of test/global-setup.mjs: name it *.int.spec.ts or *.browser.spec.ts');
  return JSON.parse(json) as Shared;
}

export const worker = Number(process.env.JEST_WORKER_ID ?? 1);

let copyName = '';

/** For a spec that fills tables with anything: databases of its own, which no other spec of the worker meets. Called before they are first asked for. */
export function useOwnDatabases(name: string): void {
  copyName = `_${name}`;
}

const databaseOf = (service: ServiceName) => `worker${String(worker)}_${service}${copyName}`;
const cloned = new Map<ServiceName, Promise<void>>();

async function cloneOnce(service: ServiceName): Promise<void> {
  const { postgres } = shared();
  const client = new pg.Client(postgres);
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseOf(service)]);
  await client.end();
  if (rowCount === 0) await cloneTemplate(postgres, `${templatePrefix}${service}`, databaseOf(service), ownerRole(service));
}

/** This worker's database of a service, cloned from the template the first time any spec of the worker asks for it. */
export async function workerDatabase(service: ServiceName): Promise<string> {
  const cloning = cloned.get(service) ?? cloneOnce(service);
  cloned.set(service, cloning);
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
