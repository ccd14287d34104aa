import { Migration } from '@mikro-orm/migrations';

/** Why an import could not go on, and what it was checked by. Columns that an older version does not know stay null. */
export class Migration0017 extends Migration {
  override up(): void {
    this.addSql('alter table member_import add column stopped_in text, add column tries int, add column checked_by text');
  }
}
