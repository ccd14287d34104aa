import { Migration } from '@mikro-orm/migrations';

/** When it was told that an application which nobody decides is about to be forgotten. */
export class Migration0027 extends Migration {
  override up(): void {
    this.addSql('alter table application add column warned_at timestamptz');
  }
}
