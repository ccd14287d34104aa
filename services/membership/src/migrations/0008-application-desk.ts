import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/** Who has an application, what its acceptance rests on, and by what an address is counted. Columns that an older version does not know stay null. */
const desk = [
  'alter table application add column email_key text, add column assigned_to uuid, add column grant_reference text, add column granted_on date',
  'create index application_address on application (network_id, email_key, filed_at)',
];

/** Sheets of members on their way in. */
const imports = [
  `create table member_import (id uuid primary key, network_id uuid not null, status text not null, name text not null, type text not null,
    size int not null, sha256 text not null, staged_key text not null, failure text, columns jsonb not null, rows int not null, mapping jsonb,
    counts jsonb, digest text, done int not null, result jsonb, fallback text not null, report_key text, begun_by uuid not null,
    begun_at timestamptz not null, confirmed_by uuid, confirmed_at timestamptz, finished_at timestamptz, version int not null default 1)`,
  'create index member_import_begun on member_import (network_id, begun_at desc, id desc)',
  `create table member_import_row (network_id uuid, import_id uuid, number int, cells jsonb not null, plan jsonb, outcome text, applied text,
    organization_id uuid, primary key (network_id, import_id, number))`,
  'create index member_import_row_outcome on member_import_row (network_id, import_id, outcome, number)',
  `create table member_import_identity (network_id uuid, identity text, organization_id uuid not null, primary key (network_id, identity))`,
  ...['member_import', 'member_import_row', 'member_import_identity'].flatMap(closeTenantTable),
];

export class Migration0008 extends Migration {
  override up(): void {
    for (const statement of [...desk, ...imports]) this.addSql(statement);
  }
}
