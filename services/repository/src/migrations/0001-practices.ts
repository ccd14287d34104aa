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

/** A network's rows stand together in one of eight parts. All of them are public. */
function inParts(table: string, storage = ''): string[] {
  const parts = Array.from({ length: 8 }, (_none, remainder) => [`${table}_${String(remainder)}`, String(remainder)] as const);
  return [
    ...parts.map(
      ([part, remainder]) => `create table ${part} partition of ${table} for values with (modulus 8, remainder ${remainder}) ${storage}`,
    ),
    ...[table, ...parts.map(([part]) => part)].map((name) => markTable('public', name)),
  ];
}

/** Published content only, hence without row-level security, under which PostgreSQL would use no text index. */
const published = [
  `create table published_practice (network_id uuid, practice_id uuid, organization_id uuid, slug text not null, content jsonb not null,
    fallback text not null, owner text, country_names text not null, published_at timestamptz not null, version int not null,
    ${derived('type text', `coalesce(content ->> 'type', '')`)},
    ${derived('countries text[]', `texts_of(content -> 'countries')`)},
    ${derived('five_rs text[]', `texts_of(content -> 'fiveRs')`)},
    ${derived('year int', `coalesce((content ->> 'startYear')::int, 0)`)},
    ${derived('sorting_es text collate "es-x-icu"', `sorting_title(content, 'es', fallback)`)},
    ${derived('sorting_en text collate "es-x-icu"', `sorting_title(content, 'en', fallback)`)},
    ${derived('document tsvector', `practice_document(content, country_names || ' ' || coalesce(owner, ''))`)},
    primary key (network_id, practice_id), unique (network_id, slug)) partition by hash (network_id)`,
  // Documents stay in the row: moved out, the planner takes the table for small and scans all of it.
  ...inParts('published_practice', 'with (toast_tuple_target = 8160)'),
  'create index on published_practice using gin (document)',
  'create index on published_practice (network_id, published_at desc, practice_id desc)',
  'create index on published_practice (network_id, year desc, published_at desc, practice_id desc)',
  'create index on published_practice (network_id, sorting_es, practice_id)',
  'create index on published_practice (network_id, sorting_en, practice_id)',
  'create index on published_practice (network_id, organization_id)',
];

const beside = [
  // What facets count over a whole network, without visiting the wide rows.
  `create table published_facet (network_id uuid, practice_id uuid, type text not null, countries text[] not null, five_rs text[] not null,
    primary key (network_id, practice_id))`,
  markTable('public', 'published_facet'),
  // Every word that is written in a network's published practices: what a misspelt one may have meant.
  `create table published_word (network_id uuid, word text, ${derived('plain text', 'unaccented(word)')}, primary key (network_id, word))`,
  markTable('public', 'published_word'),
  'create index on published_word using gin (network_id, plain gin_trgm_ops)',
];

/** Run by the owner; the service role only reads and writes rows. */
export class Migration0001 extends Migration {
  override up(): void {
    const statements = [createPlatformTables('alianza_repository'), organizations, practices, searchFunctions, published, beside].flat();
    for (const statement of statements) this.addSql(statement);
  }
}
