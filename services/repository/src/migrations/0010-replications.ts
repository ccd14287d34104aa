import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable, markTable } from '@alianza/platform/data/tenancy';

const replications = [
  `create table replication (id uuid primary key, network_id uuid not null, practice_id uuid not null, origin_id uuid, organization_id uuid not null,
    status text not null, content jsonb not null, history jsonb not null, created_by uuid not null, told_at timestamptz,
    confirmed_at timestamptz, changed_at timestamptz not null, version int not null default 1)`,
  'create index replication_own on replication (network_id, organization_id, changed_at desc, id desc)',
  'create index replication_queue on replication (network_id, status, told_at, id)',
  ...closeTenantTable('replication'),
];

/** What was confirmed, as the public reads it. It stays when its practice is withdrawn. */
const published = [
  `create table published_replication (network_id uuid, replication_id uuid, practice_slug text not null, practice_title jsonb not null,
    organization_id uuid not null, organization jsonb, content jsonb not null, confirmed_at timestamptz not null,
    primary key (network_id, replication_id))`,
  markTable('public', 'published_replication'),
  'create index on published_replication (network_id, confirmed_at desc, replication_id desc)',
  'create index on published_replication (network_id, practice_slug, confirmed_at desc, replication_id desc)',
  'create index on published_replication (network_id, organization_id, confirmed_at desc, replication_id desc)',
];

export class Migration0010 extends Migration {
  override up(): void {
    for (const statement of [...replications, ...published]) this.addSql(statement);
  }
}
