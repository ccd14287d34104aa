import { Migration } from '@mikro-orm/migrations';

/** What organisations were called before: they are still found by it. */
export class Migration0016 extends Migration {
  override up(): void {
    this.addSql('alter table organization add column former_names jsonb');
    this.addSql('alter table published_organization add column former_names jsonb');
  }
}
