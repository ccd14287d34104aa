import pg from 'pg';
import { ownerRole } from '../databases.js';

/** What can be compared between a backup and what was made of it. */
export interface DatabaseState {
  readonly services: Readonly<Record<string, ServiceState>>;
  /** The end of every audit chain: whoever rewrites entries cannot keep it. */
  readonly chains: readonly Head[];
}

export interface ServiceState {
  /** Names of the migrations applied, in order. */
  readonly migrations: readonly string[];
  /** Rows by table, jobs included. */
  readonly rows: Readonly<Record<string, number>>;
}

export interface Head {
  readonly networkId: string;
  readonly entries: number;
  readonly hash: string;
}

export const databaseOf = (service: string): string => `alianza_${service}`;

/** The same server, another database. */
export const inDatabase = (adminUrl: string, database: string): string =>
  Object.assign(new URL(adminUrl), { pathname: `/${database}` }).toString();

async function rowsOf<Row extends object>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
    return rows;
  } finally {
    await client.end();
  }
}

/** Services by their databases' owners, not by the code: a newer version may have left one that this one does not know. */
const ours = `select datname as name from pg_database d join pg_roles r on r.oid = d.datdba
  where datname like 'alianza\\_%' and rolname = datname || '_owner' order by 1`;
const tables = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname = 'public' or (schemaname, tablename) = ('pgboss', 'job') order by 1`;
const heads = `select network_id as "networkId", position::int as entries, hash from chain order by 1`;

async function stateOfService(url: string): Promise<ServiceState> {
  const names = (await rowsOf<{ name: string }>(url, tables)).map(({ name }) => name);
  const migrated = names.includes('public.mikro_orm_migrations');
  const migrations = migrated ? await rowsOf<{ name: string }>(url, 'select name from mikro_orm_migrations order by id') : [];
  const counts = names.map((name) => `select ${pg.escapeLiteral(name)} as name, count(*)::int as n from ${name}`);
  const counted = names.length > 0 ? await rowsOf<{ name: string; n: number }>(url, counts.join(' union all ')) : [];
  return { migrations: migrations.map(({ name }) => name), rows: Object.fromEntries(counted.map(({ name, n }) => [name, n])) };
}

/** Reads every service's database as superuser, whom no row-level security binds. Nobody else may be writing. */
export async function readState(adminUrl: string): Promise<DatabaseState> {
  const services: Record<string, ServiceState> = {};
  for (const { name } of await rowsOf<{ name: string }>(adminUrl, ours)) {
    const service = name.slice(databaseOf('').length);
    if (ownerRole(service) === `${name}_owner`) services[service] = await stateOfService(inDatabase(adminUrl, name));
  }
  const isThere = services.audit?.rows['public.chain'] !== undefined;
  return { services, chains: isThere ? await rowsOf<Head>(inDatabase(adminUrl, databaseOf('audit')), heads) : [] };
}

/** Where two states differ, in words for whoever restores; empty when they are the same. */
export function differences(expected: DatabaseState, found: DatabaseState): string[] {
  const names = [...new Set([...Object.keys(expected.services), ...Object.keys(found.services)])];
  const counts = names.flatMap((service) => {
    const [then, now] = [expected.services[service]?.rows ?? {}, found.services[service]?.rows ?? {}];
    const all = [...new Set([...Object.keys(then), ...Object.keys(now)])];
    return all
      .filter((table) => then[table] !== now[table])
      .map((table) => `${service}, ${table}: ${then[table] ?? 0} filas, y hay ${now[table] ?? 0}`);
  });
  const migrations = names.filter(
    (service) => JSON.stringify(expected.services[service]?.migrations) !== JSON.stringify(found.services[service]?.migrations),
  );
  const chains = JSON.stringify(expected.chains) === JSON.stringify(found.chains) ? [] : ['el final de las cadenas de auditoría'];
  return [...counts, ...migrations.map((service) => `${service}: migraciones`), ...chains];
}

export const rowsIn = ({ services }: DatabaseState): number =>
  Object.values(services).reduce((sum, { rows }) => sum + Object.values(rows).reduce((all, n) => all + n, 0), 0);
