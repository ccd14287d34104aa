import { Migration } from '@mikro-orm/migrations';

/** For what an erasure is told to wait: another reason is told too. */
export class Migration0024 extends Migration {
  override up(): void {
    this.addSql('alter table erasure add column held_for text');
  }
}
