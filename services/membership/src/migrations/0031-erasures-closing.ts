import { Migration } from '@mikro-orm/migrations';

/** Addresses of who was forgotten, for as long as an account made for one may be left at the provider. */
export class Migration0031 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '200ms'`);
    this.addSql('alter table erasure add column closing jsonb');
  }
}
