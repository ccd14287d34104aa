import { Migration } from '@mikro-orm/migrations';

/** To which address an actor was invited, as what it is known by; null of those invited before. */
export class Migration0018 extends Migration {
  override up(): void {
    this.addSql('alter table actor add column invited_hash text');
  }
}
