import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/** Addresses of who asks something from outside, each for as long as its matter needs it. */
const correspondents = [
  `create table correspondent (id uuid primary key, network_id uuid not null, email text not null, language text not null,
    registered_at timestamptz not null, confirmed_at timestamptz, forgotten_at timestamptz not null, version int not null default 1)`,
  'create index correspondent_address on correspondent (network_id, email, registered_at)',
  'create index correspondent_end on correspondent (network_id, forgotten_at)',
  ...closeTenantTable('correspondent'),
];

export class Migration0004 extends Migration {
  override up(): void {
    for (const statement of correspondents) this.addSql(statement);
  }
}
