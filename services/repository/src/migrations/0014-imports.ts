import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

const imports = [
  `create table practice_import (id uuid primary key, network_id uuid not null, status text not null, name text not null, type text not null,
    size int not null, sha256 text not null, staged_key text not null, failure text, columns jsonb not null, rows int not null, mapping jsonb,
    counts jsonb, digest text, done int not null, result jsonb, fallback text not null, report_key text, begun_by uuid not null,
    begun_at timestamptz not null, confirmed_by uuid, confirmed_at timestamptz, finished_at timestamptz, version int not null default 1)`,
  'create index practice_import_begun on practice_import (network_id, begun_at desc, id desc)',
  `create table practice_import_row (network_id uuid, import_id uuid, number int, cells jsonb not null, plan jsonb, outcome text, applied text,
    practice_id uuid, primary key (network_id, import_id, number))`,
  'create index practice_import_row_outcome on practice_import_row (network_id, import_id, outcome, number)',
  `create table practice_import_identity (network_id uuid, identity text, practice_id uuid not null, primary key (network_id, identity))`,
  `create table practice_import_mapping (network_id uuid, name text, columns jsonb not null, type text not null, "as" text not null,
    primary key (network_id, name))`,
];

const closed = ['practice_import', 'practice_import_row', 'practice_import_identity', 'practice_import_mapping'].flatMap(closeTenantTable);

export class Migration0014 extends Migration {
  override up(): void {
    for (const statement of [...imports, ...closed]) this.addSql(statement);
  }
}
