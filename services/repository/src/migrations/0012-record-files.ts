import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable, markTable } from '@alianza/platform/data/tenancy';

const files = [
  `create table record_file (id uuid primary key, network_id uuid not null, practice_id uuid not null, key text not null, hash text not null,
    name text not null, type text not null, size int not null, picture jsonb, created_by uuid not null, created_at timestamptz not null)`,
  'create index record_file_of_practice on record_file (network_id, practice_id)',
  ...closeTenantTable('record_file'),
];

/** What of them the public may take. */
const published = [
  `create table published_picture (network_id uuid, hash text, practice_id uuid, key text not null, width int not null,
    primary key (network_id, hash, practice_id))`,
  markTable('public', 'published_picture'),
  `create table published_attachment (network_id uuid, practice_id uuid, hash text, key text not null, name text not null, type text not null,
    primary key (network_id, practice_id, hash))`,
  markTable('public', 'published_attachment'),
];

export class Migration0012 extends Migration {
  override up(): void {
    for (const statement of [...files, ...published]) this.addSql(statement);
  }
}
