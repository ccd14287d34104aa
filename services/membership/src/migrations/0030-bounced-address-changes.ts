import { Migration } from '@mikro-orm/migrations';

/** That the mail which confirms a new address came back. */
export class Migration0030 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '200ms'`);
    this.addSql('alter table address_change add column bounced_at timestamptz, add column bounce_status text');
  }
}
