import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/** What a secretariat writes to many, and to whom. */
export class Migration0007 extends Migration {
  override up(): void {
    const statements = [
      `create table mailing (id uuid primary key, network_id uuid not null, subject jsonb not null, body jsonb not null, reason text,
        roles jsonb not null, by uuid not null, at timestamptz not null, state text not null, recipients int not null, counts jsonb,
        version int not null default 1)`,
      'create index mailing_of_network on mailing (network_id, id desc)',
      `create table mailing_recipient (network_id uuid, mailing_id uuid, person_id uuid, mailed boolean not null default false,
        primary key (network_id, mailing_id, person_id))`,
      ...['mailing', 'mailing_recipient'].flatMap(closeTenantTable),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
