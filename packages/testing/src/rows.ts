import type { ServiceName } from '@alianza/contracts/access';
import pg from 'pg';
import { mightyDatabase } from './databases.js';
import { eventually } from './eventually.js';
import { perSpecFile } from './spec-files/per-spec-file.js';

const pools = perSpecFile(() => new Map<ServiceName, Promise<pg.Pool>>());

/** Lines to the database that end by themselves once nobody has asked for a moment: no spec has to close them. */
async function openPool(service: ServiceName): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: await mightyDatabase(service), max: 2, idleTimeoutMillis: 500, allowExitOnIdle: true });
  return pool.on('error', () => undefined); // an idle line whose server went away, or whose database the next spec replaced
}

/** Reads a service's database as superuser, whom no row-level security binds: for what only the database can show. Lines are kept: `set local` only. */
export async function rowsOf<Row extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const opening = pools().get(service) ?? openPool(service);
  pools().set(service, opening);
  return (await (await opening).query(sql, [...values])).rows as Row[];
}

/** Tables that grow by themselves, because of what was done before: copies, links and mails of earlier events. */
const echoes: Readonly<Record<string, readonly string[]>> = {
  membership: ['link'],
  repository: ['organization', 'organization_copy', 'terms_copy'],
  notifications: ['network', 'notice', 'mail', 'return_path', 'subscription', 'settled'],
  audit: ['chain', 'entry', 'free_text', 'verification'],
};
const everywhere = ['inbox', 'mikro_orm_migrations', 'rate_limit'];

async function countingOf(service: ServiceName): Promise<string> {
  const tables = await rowsOf<{ name: string }>(service, `select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  const left = [...everywhere, ...(echoes[service] ?? [])];
  const counted = tables.map(({ name }) => name).filter((name) => !left.includes(name));
  return counted.map((name) => `select '${name}' as name, count(*)::int as n from "${name}"`).join(' union all ');
}

/** The tables of a service are the same for as long as a spec runs. */
const countings = perSpecFile(() => new Map<ServiceName, Promise<string>>());

const hasJobs = `select to_regclass('pgboss.job') is not null as yes`;
/** What the hour alone asks for may be looked for half a minute later, and finds nothing to do in a world that is minutes old. */
const dueJobs = `select from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now()
  and (singleton_key is not null or name not in (select name from pgboss.schedule)) limit 1`;

/** Once nothing that was asked for earlier is still to be done. */
async function idle(service: ServiceName): Promise<boolean> {
  const [jobs] = await rowsOf<{ yes: boolean }>(service, hasJobs);
  return !jobs?.yes || (await rowsOf(service, dueJobs)).length === 0;
}

/** How many rows each table of a service holds, background work apart: the same before and after a refusal. */
export async function census(service: ServiceName): Promise<Record<string, number>> {
  await eventually(() => idle(service), 30_000);
  const counting = countings().get(service) ?? countingOf(service);
  countings().set(service, counting);
  const rows = await rowsOf<{ name: string; n: number }>(service, await counting);
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
