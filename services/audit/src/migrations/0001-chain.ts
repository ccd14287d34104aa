import { Migration } from '@mikro-orm/migrations';
import { createPlatformTables } from '@alianza/platform/data/platform-tables';
import { closeNetworklessTable, closeTenantTable } from '@alianza/platform/data/tenancy';

/** Entries are added and read, never changed: the role cannot, and a trigger stops the owner's hand too. The end of a chain is moved, never taken away. */
const appendOnly = [
  'revoke update, delete, truncate on entry from alianza_audit',
  'revoke delete, truncate on chain from alianza_audit',
  `create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'the audit is append-only'; end $$`,
  'create trigger append_only before update or delete or truncate on entry for each statement execute function refuse_change()',
];

export class Migration0001 extends Migration {
  override up(): void {
    const statements = [
      ...createPlatformTables('alianza_audit'),
      `create table chain (network_id uuid primary key, position bigint not null, hash text not null)`,
      ...closeNetworklessTable('chain'),
      `create table entry (network_id uuid not null, position bigint not null, recorded_at timestamptz not null, event_id uuid not null,
        subject text not null, aggregate_id uuid not null, aggregate_version int not null, occurred_at timestamptz not null, actor jsonb not null,
        cause text not null, data jsonb not null, free_text_digest text, hash text not null, primary key (network_id, position))`,
      'create unique index entry_event on entry (network_id, event_id)',
      'create index entry_aggregate on entry (network_id, aggregate_id, position)',
      ...closeTenantTable('entry'),
      `create table free_text (network_id uuid not null, position bigint not null, salt text not null, text jsonb not null, primary key (network_id, position))`,
      ...closeTenantTable('free_text'),
      ...appendOnly,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
