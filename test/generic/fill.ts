import type { ServiceName } from '@alianza/contracts/access';
import { rowsOf } from '@alianza/testing/rows';

interface Column {
  table: string;
  column: string;
  type: string;
  length: number | null;
}

const columns = `
  select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, null::int as length
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and a.attidentity = '' and obj_description(c.oid, 'pg_class') in ('tenant', 'public', 'networkless')
  order by c.relname, a.attnum`;

/** A value of the type, different from row to row; `$n` is the row's number. */
const values: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: `md5(n::text || random()::text)`,
  integer: '(n % 1000)',
  smallint: '(n % 1000)',
  bigint: 'n',
  'double precision': 'n',
  boolean: '(n % 2 = 0)',
  jsonb: `jsonb_build_object('original', 'es', 'es', 'texto ' || n, 'to', 'person')`,
  'timestamp with time zone': `now() - n * interval '1 minute'`,
  date: `current_date - n % 1000`,
  'text[]': `array['MX', 'CO']`,
  bytea: `'\\x00'::bytea`,
  tsvector: `to_tsvector('spanish', 'texto ' || n)`,
};

function valueFor({ type, column }: Column, networks: readonly string[]): string {
  if (column === 'network_id') return `(array[${networks.map((id) => `'${id}'`).join(',')}])[1 + n % ${String(networks.length)}]::uuid`;
  const value = values[type.replace(/\(\d+\)$/, '')];
  if (value === undefined) throw new Error(`no value is known for ${column} ${type}`);
  return value;
}

/** Fills every table of a service but the platform's with rows made from its columns alone, spread over the networks. */
export async function fillTables(service: ServiceName, networks: readonly string[], rows: number): Promise<void> {
  const byTable = Map.groupBy(await rowsOf<Column>(service, columns), ({ table }) => table);
  for (const [table, own] of byTable) {
    const names = own.map(({ column }) => `"${column}"`).join(', ');
    const made = own.map((column) => valueFor(column, networks)).join(', ');
    await rowsOf(
      service,
      `insert into "${table}" (${names}) select ${made} from generate_series(1, ${String(rows)}) n on conflict do nothing`,
    );
    await rowsOf(service, `analyze "${table}"`);
  }
}
