import { Migration } from '@mikro-orm/migrations';

/** How large a picture is; null of what is none. */
export class Migration0004 extends Migration {
  override up(): void {
    this.addSql('alter table upload add column picture jsonb');
  }
}
