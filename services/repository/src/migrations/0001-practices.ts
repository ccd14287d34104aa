import { Migration } from '@mikro-orm/migrations';
import { createPlatformTables } from '@alianza/platform/data/platform-tables';
import { closeTenantTable, markTable } from '@alianza/platform/data/tenancy';
import { searchFunctions } from './search-functions.js';

const organizations = [
  `create table organization_copy (network_id uuid, id uuid, name jsonb not null, status text not null, version int not null, primary key (network_id, id))`,
  ...closeTenantTable('organization_copy'),
];

const practices = [
  `create table practice (id uuid primary key, network_id uuid not null, organization_id uuid, slug text, status text not null, type text not null,
    content jsonb not null, comments jsonb not null, title text not null, created_by uuid not null, submitted_at timestamptz,
    changed_at timestamptz not null, published_at timestamptz, decided_by uuid, version int not null default 1,
    constraint practice_slug unique (network_id, slug))`,
  'create index practice_own on practice (network_id, organization_id, changed_at desc, id desc)',
  'create index practice_queue on practice (network_id, status, submitted_at, id)',
  ...closeTenantTable('practice'),
];

const derived = (column: string, from: string) => `${column} generated always as (${from}) stored`;
const partitions = Array.from({ length: 8 }, (_none, remainder) => ({ name: `published_practice_${String(remainder)}`, remainder }));

/** Published content only, hence without row-level security, under which PostgreSQL would use no text index. */
const published = [
  `create table published_practice (network_id uuid, practice_id uuid, organization_id uuid, slug text not null, content jsonb not null, owner text,
    country_names text not null, published_at timestamptz not null, version int not null,
    ${derived('type text', `coalesce(content ->> 'type', '')`)},
    ${derived('countries text[]', `texts_of(content -> 'countries')`)},
    ${derived('five_rs text[]', `texts_of(content -> 'fiveRs')`)},
    ${derived('year int', `coalesce((content ->> 'startYear')::int, 0)`)},
    ${derived('sorting_es text collate "es-x-icu"', `sorting_title(content, 'es')`)},
    ${derived('sorting_en text collate "es-x-icu"', `sorting_title(content, 'en')`)},
    ${derived('document tsvector', 'practice_document(content, country_names)')},
    ${derived('plain_title text', 'plain_title(content)')},
    ${derived('plain_words text', 'plain_words(content, country_names)')},
    primary key (network_id, practice_id), unique (network_id, slug)) partition by hash (network_id)`,
  // Documents stay in the row: moved out, the planner takes the table for small and scans all of it.
  ...partitions.map(
    ({ name, remainder }) =>
      `create table ${name} partition of published_practice for values with (modulus 8, remainder ${String(remainder)}) with (toast_tuple_target = 8160)`,
  ),
  ...['published_practice', ...partitions.map(({ name }) => name)].map((table) => markTable('public', table)),
  'create index on published_practice using gin (document)',
  'create index on published_practice using gin (plain_words gin_trgm_ops)',
  // Carries what facets count, so that they need not visit the wide rows.
  'create index on published_practice (network_id, published_at desc, practice_id desc) include (type, countries, five_rs)',
  'create index on published_practice (network_id, year desc, published_at desc, practice_id desc)',
  'create index on published_practice (network_id, sorting_es, practice_id)',
  'create index on published_practice (network_id, sorting_en, practice_id)',
  'create index on published_practice (network_id, organization_id)',
];

/** Run by the owner; the service role only reads and writes rows. */
export class Migration0001 extends Migration {
  override up(): void {
    const statements = [createPlatformTables('alianza_repository'), organizations, practices, searchFunctions, published].flat();
    for (const statement of statements) this.addSql(statement);
  }
}
