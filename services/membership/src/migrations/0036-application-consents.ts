import { Migration } from '@mikro-orm/migrations';

/** What an applicant consents to show in public; null of those from before, who were not asked. */
export class Migration0036 extends Migration {
  override up(): void {
    this.addSql('alter table application add column shows jsonb');
  }
}
