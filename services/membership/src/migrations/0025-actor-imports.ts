import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/** Sheets of actors on their way in, as those of members are kept. */
const imports = [
  `create table actor_import (id uuid primary key, network_id uuid not null, status text not null, name text not null, type text not null,
    size int not null, sha256 text not null, staged_key text not null, failure text, stopped_in text, tries int, columns jsonb not null,
    rows int not null, mapping jsonb, counts jsonb, digest text, checked_by text, done int not null, result jsonb, fallback text not null,
    report_key text, begun_by uuid not null, begun_at timestamptz not null, confirmed_by uuid, confirmed_at timestamptz, finished_at timestamptz,
    version int not null default 1)`,
  'create index actor_import_begun on actor_import (network_id, begun_at desc, id desc)',
  `create table actor_import_row (network_id uuid, import_id uuid, number int, cells jsonb not null, plan jsonb, outcome text, applied text,
    actor_id uuid, primary key (network_id, import_id, number))`,
  'create index actor_import_row_outcome on actor_import_row (network_id, import_id, outcome, number)',
  `create table actor_import_identity (network_id uuid, identity text, organization_id uuid not null, primary key (network_id, identity))`,
  'create index actor_import_identity_of on actor_import_identity (network_id, organization_id)',
  ...['actor_import', 'actor_import_row', 'actor_import_identity'].flatMap(closeTenantTable),
];

export class Migration0025 extends Migration {
  override up(): void {
    for (const statement of imports) this.addSql(statement);
  }
}
