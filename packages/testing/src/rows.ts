import type { ServiceName } from '@alianza/contracts/access';
import pg from 'pg';
import { mightyDatabase } from './databases.js';

/** Reads a service's database as superuser, whom no row-level security binds: for what only the database can show. */
export async function rowsOf<Row extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(await mightyDatabase(service));
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Tables that grow by themselves, because of what was done before: copies, links and mails of earlier events. */
const echoes: Readonly<Record<string, readonly string[]>> = {
  membership: ['link'],
  repository: ['organization', 'organization_copy'],
  notifications: ['network', 'notice', 'mail'],
  audit: ['chain', 'entry', 'free_text'],
};
const everywhere = ['inbox', 'mikro_orm_migrations', 'rate_limit'];

/** How many rows each table of a service holds, background work apart: the same before and after a refusal. */
export async function census(service: ServiceName): Promise<Record<string, number>> {
  const tables = await rowsOf<{ name: string }>(service, `select tablename as name from pg_tables where schemaname = 'public' order by 1`);
  const left = [...everywhere, ...(echoes[service] ?? [])];
  const counted = tables.map(({ name }) => name).filter((name) => !left.includes(name));
  const each = counted.map((name) => `select '${name}' as name, count(*)::int as n from "${name}"`);
  const rows = await rowsOf<{ name: string; n: number }>(service, each.join(' union all '));
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
