import { Migration } from '@mikro-orm/migrations';

/** Somebody may write about the site itself: then there is no record. */
export class Migration0016 extends Migration {
  override up(): void {
    this.addSql('alter table inquiry alter column practice_id drop not null, alter column slug drop not null');
  }
}
