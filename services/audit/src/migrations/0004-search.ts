import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';
import { createFileTable } from '@alianza/platform/files/file.entity';

/** What entries are looked for by, in plain columns of its own: under row-level security no index over JSON would be used. */
const columns = `alter table entry
  add column noun text generated always as (split_part(subject, '.', 3)) stored,
  add column verb text generated always as (split_part(subject, '.', 4)) stored,
  add column actor_person uuid generated always as ((actor ->> 'personId')::uuid) stored,
  add column actor_organization uuid generated always as ((actor ->> 'organizationId')::uuid) stored,
  add column actor_service text generated always as (actor ->> 'service') stored`;

const indexes = [
  'create index entry_kind on entry (network_id, noun, verb, position)',
  'create index entry_person on entry (network_id, actor_person, position) where actor_person is not null',
  'create index entry_organization on entry (network_id, actor_organization, position) where actor_organization is not null',
  'create index entry_service on entry (network_id, actor_service, position) where actor_service is not null',
  'create index entry_when on entry (network_id, occurred_at, position)',
];

const verification = [
  `create table verification (network_id uuid primary key, verified_at timestamptz not null, entries bigint not null, hash text not null,
    broken jsonb)`,
  ...closeTenantTable('verification'),
];

export class Migration0004 extends Migration {
  override up(): void {
    for (const statement of [columns, ...indexes, ...verification, ...createFileTable]) this.addSql(statement);
  }
}
