import { Migration } from '@mikro-orm/migrations';

/** What an organisation says of its own published record: that it still holds. */
export class Migration0032 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '200ms'`);
    this.addSql('alter table practice add column confirmation jsonb');
    this.addSql('alter table published_practice add column confirmed_at timestamptz');
  }
}
