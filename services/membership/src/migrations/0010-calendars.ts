import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/** What a network says of single days, and what it took back. */
const days = [
  `create table calendar_day (id uuid primary key, network_id uuid not null, day date not null, working boolean not null, name jsonb not null,
    reason text not null, added_by uuid, added_at timestamptz not null, removed_reason text, removed_by uuid, removed_at timestamptz)`,
  'create unique index calendar_day_said on calendar_day (network_id, day) where removed_at is null',
  'create index calendar_day_of on calendar_day (network_id, day)',
  ...closeTenantTable('calendar_day'),
];

export class Migration0010 extends Migration {
  override up(): void {
    for (const statement of days) this.addSql(statement);
  }
}
