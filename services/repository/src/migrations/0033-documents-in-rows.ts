import { Migration } from '@mikro-orm/migrations';

/**
 * Of a row that is too wide what it says moves out, not what searches read of it: this stays in the row, and nobody tries in vain to compress it.
 * Alone, since nobody reads what is published until it has ended.
 */
export class Migration0033 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql('alter table published_practice alter column document set storage main');
  }
}
