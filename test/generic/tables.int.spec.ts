import { describe, expect, it } from '@jest/globals';
import { tableKinds } from '@alianza/platform/data/tenancy';
import { connectTo } from '@alianza/testing/databases';
import { definitions } from '@alianza/local/services';
import { rowsOf } from '@alianza/testing/rows';

interface Table {
  name: string;
  kind: string | null;
  forced: boolean;
  policies: { command: string; permissive: string; using: string; check: string }[];
  network: string | null;
  indexes: string[];
  partition: boolean;
}

const tables = `
  select c.relname as name, obj_description(coalesce(i.inhparent, c.oid), 'pg_class') as kind, c.relrowsecurity and c.relforcerowsecurity as forced,
    c.relispartition as partition,
    (select format_type(a.atttypid, -1) from pg_attribute a where a.attrelid = c.oid and a.attname = 'network_id' and a.attnotnull) as network,
    coalesce((select json_agg(json_build_object('command', p.cmd, 'permissive', p.permissive, 'using', p.qual, 'check', p.with_check))
      from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname), '[]') as policies,
    coalesce((select json_agg((select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]))
      from pg_index x join pg_class xc on xc.oid = x.indexrelid join pg_am m on m.oid = xc.relam and m.amname = 'btree'
      where x.indrelid = c.oid and not (x.indisprimary and x.indnatts = 1)), '[]') as indexes
  from pg_class c left join pg_inherits i on i.inhrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'mikro_orm_migrations' order by 1`;

const platformTables = ['dead_letter', 'idempotency', 'inbox', 'outbox'];
const ofNetwork = /^\(network_id = \(NULLIF\(current_setting\('app\.network'::text, true\), ''::text\)\)::uuid\)$/;

describe.each(definitions.map((definition) => [definition.name, definition] as const))('tables of %s', (service, { orm: options }) => {
  const read = () => rowsOf<Table>(service, tables);

  it('come from migrations that are listed, and so applied, in order of their numbers', () => {
    const names = (options.migrations?.migrationsList ?? []).map((migration) => ('name' in migration ? migration.name : ''));
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)].sort());
  });

  it('each say their kind', async () => {
    for (const { name, kind } of await read())
      expect({ name, kind }).toEqual({ name, kind: expect.stringMatching(new RegExp(`^(${tableKinds.join('|')})$`)) });
  });

  it('of a tenant are closed by one policy for all commands, forced, and lead their indexes with the network', async () => {
    for (const table of (await read()).filter(({ kind }) => kind === 'tenant')) {
      expect(table).toMatchObject({ forced: true, network: 'uuid', policies: [{ command: 'ALL', permissive: 'PERMISSIVE' }] });
      const [policy] = table.policies;
      expect([policy?.using, policy?.check]).toEqual([expect.stringMatching(ofNetwork), expect.stringMatching(ofNetwork)]);
      expect({ name: table.name, indexes: [...new Set(table.indexes)] }).toEqual({
        name: table.name,
        indexes: table.indexes.length > 0 ? ['network_id'] : [],
      });
    }
  });

  it('without a network are closed to whoever has set none', async () => {
    for (const table of (await read()).filter(({ kind }) => kind === 'networkless'))
      expect(table).toMatchObject({ forced: true, policies: [{ command: 'ALL' }] });
  });

  it('of the platform are the platform’s own', async () => {
    const names = (await read()).filter(({ kind }) => kind === 'platform').map(({ name }) => name);
    expect(names.filter((name) => !['spent_ticket', 'rate_limit'].includes(name))).toEqual(platformTables);
  });

  it('are what the entities say, and the role owns none of them', async () => {
    const orm = await connectTo(service, 'superuser');
    const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false });
    await orm.close();
    expect(difference).toBe('');
    const owned = await rowsOf(service, `select tablename from pg_tables where tableowner = $1`, [`alianza_${service}`]);
    expect(owned).toEqual([]);
    expect(options.entities?.length).toBeGreaterThan(0);
  });

  it('show nothing of a tenant to a connection that names no network', async () => {
    const orm = await connectTo(service);
    for (const { name } of (await read()).filter(({ kind }) => kind === 'tenant' || kind === 'networkless')) {
      const [row] = await orm.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from "${name}"`);
      expect({ name, n: row?.n }).toEqual({ name, n: 0 });
    }
    await orm.close();
  });
});
