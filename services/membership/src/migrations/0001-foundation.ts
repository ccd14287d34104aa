import { Migration } from '@mikro-orm/migrations';
import { createPlatformTables } from '@alianza/platform/data/platform-tables';
import { closeNetworklessTable, closeTenantTable, markTable } from '@alianza/platform/data/tenancy';
import { createFileTable } from '@alianza/platform/files/file.entity';

const networks = [
  `create table network (id uuid primary key, code text not null, content jsonb not null, languages jsonb not null, zone text not null,
    demo boolean not null, opened_at timestamptz not null, constraint network_code unique (code))`,
  markTable('public', 'network'),
];

const organizations = [
  `create table organization (id uuid primary key, network_id uuid not null, slug text not null, name jsonb not null, name_key text not null, acronym text,
    kind text not null, sector text not null, country text, category text, status text not null, role jsonb, website text, sources jsonb not null,
    listed boolean not null, version int not null default 1,
    constraint organization_slug unique (network_id, slug), constraint organization_name unique (network_id, name_key))`,
  ...closeTenantTable('organization'),
  `create table published_organization (network_id uuid, id uuid, slug text not null, texts jsonb not null, plain text not null, acronym text,
    kind text not null, sector text not null, country text, category text, website text, sources jsonb not null, primary key (network_id, id))`,
  markTable('public', 'published_organization'),
];

const people = [
  `create table person (id uuid primary key, name text not null, language text not null, email text not null, registered_at timestamptz not null,
    disabled_at timestamptz, version int not null default 1)`,
  ...closeNetworklessTable('person'),
  'create table account (issuer text, subject text, person_id uuid not null, primary key (issuer, subject))',
  ...closeNetworklessTable('account'),
  'create table person_network (person_id uuid, network_id uuid, primary key (person_id, network_id))',
  ...closeNetworklessTable('person_network'),
];

const roles = [
  `create table role (id uuid primary key, network_id uuid not null, person_id uuid not null, organization_id uuid, role text not null,
    since timestamptz not null, until timestamptz, letter_valid_until timestamptz)`,
  'create unique index role_held on role (network_id, person_id, organization_id, role) nulls not distinct where until is null',
  'create index role_by_organization on role (network_id, organization_id)',
  ...closeTenantTable('role'),
];

const admission = [
  `create table application (id uuid primary key, network_id uuid not null, organization text not null, acronym text, sector text not null,
    country text not null, website text, email text not null, work text not null, motivation text not null, letter_text text, letter_file_id uuid,
    language text not null, status text not null, history jsonb not null, filed_at timestamptz not null, submitted_at timestamptz,
    changed_at timestamptz not null, category text, organization_id uuid, version int not null default 1)`,
  'create index application_queue on application (network_id, submitted_at, id)',
  ...closeTenantTable('application'),
  `create table invitation (id uuid primary key, network_id uuid not null, email text not null, role text not null, organization_id uuid, language text not null,
    issued_at timestamptz not null, expires_at timestamptz not null, accepted_at timestamptz, person_id uuid, revoked_at timestamptz,
    version int not null default 1)`,
  ...closeTenantTable('invitation'),
  `create table link (id uuid primary key, network_id uuid not null, purpose text not null, subject_id uuid not null, key text not null, hash text not null,
    expires_at timestamptz, spent_at timestamptz, constraint link_hash unique (network_id, hash),
    constraint link_key unique (network_id, subject_id, purpose, key))`,
  ...closeTenantTable('link'),
];

/** Run by the owner; the service role only reads and writes rows. */
export class Migration0001 extends Migration {
  override up(): void {
    const statements = [
      createPlatformTables('alianza_membership'),
      createFileTable,
      networks,
      organizations,
      people,
      roles,
      admission,
    ].flat();
    for (const statement of statements) this.addSql(statement);
  }
}
