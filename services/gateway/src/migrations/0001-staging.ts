import { Migration } from '@mikro-orm/migrations';
import { createPlatformTables } from '@alianza/platform/data/platform-tables';
import { closeTenantTable, markTable } from '@alianza/platform/data/tenancy';

const uploads = [
  `create table upload (id uuid primary key, network_id uuid not null, purpose text not null, key text not null, name text not null, type text not null,
    size int not null, sha256 text not null, staged_at timestamptz not null)`,
  'create index upload_by_age on upload (network_id, staged_at)',
  ...closeTenantTable('upload'),
];

const tickets = [
  'create table spent_ticket (id uuid primary key, spent_at timestamptz not null default now())',
  markTable('platform', 'spent_ticket'),
];

/** Run by the owner; the service role only reads and writes rows. */
export class Migration0001 extends Migration {
  override up(): void {
    for (const statement of [createPlatformTables('alianza_gateway'), uploads, tickets].flat()) this.addSql(statement);
  }
}
