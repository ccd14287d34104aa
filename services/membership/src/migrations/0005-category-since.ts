import { Migration } from '@mikro-orm/migrations';

/** Since when an organisation holds its category. Of those that were there before, nobody wrote it down. */
export class Migration0005 extends Migration {
  override up(): void {
    this.addSql('alter table organization add column category_since timestamptz');
    this.addSql('alter table published_organization add column category_since timestamptz');
  }
}
