import { Migration } from '@mikro-orm/migrations';

/** Which privacy notice was shown with an application; null of those from before, and of those that an older version takes. */
export class Migration0028 extends Migration {
  override up(): void {
    this.addSql('alter table application add column notice int');
  }
}
