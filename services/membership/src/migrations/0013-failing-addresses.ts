import { Migration } from '@mikro-orm/migrations';
import { closeNetworklessTable } from '@alianza/platform/data/tenancy';

/** Addresses that mails do not reach; of invitations that have ended, and of letters that hold no more, less is kept than of others. */
export class Migration0013 extends Migration {
  override up(): void {
    const statements = [
      `create table failing_address (person_id uuid primary key, mark text not null, status text, since timestamptz not null,
        retried_at timestamptz, version int not null default 1)`,
      ...closeNetworklessTable('failing_address'),
      'alter table letter alter column file_id drop not null, add column closed_at timestamptz',
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
