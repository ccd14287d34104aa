import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/** What was done is known when somebody would be told of it later, and found where its path does not say what it is. */
export class Migration0014 extends Migration {
  override up(): void {
    this.addSql('alter table notice add column thing text');
    this.addSql('create index notice_unread_of_thing on notice (network_id, thing) where read_at is null and thing is not null');
    this
      .addSql(`create table settled (network_id uuid not null, rule text not null, key text not null, event_id uuid not null, at timestamptz not null,
      primary key (network_id, rule, key))`);
    this.addSql('create index settled_at on settled (network_id, at)');
    for (const statement of closeTenantTable('settled')) this.addSql(statement);
  }
}
