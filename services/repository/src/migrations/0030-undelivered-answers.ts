import { Migration } from '@mikro-orm/migrations';

/** That the mail with an answer came back. */
export class Migration0030 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '200ms'`);
    this.addSql('alter table inquiry add column undelivered_at timestamptz, add column undelivered_status text');
  }
}
