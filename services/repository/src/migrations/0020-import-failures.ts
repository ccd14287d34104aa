import { Migration } from '@mikro-orm/migrations';

/** Why an import could not go on, and what it was checked by. Columns that an older version does not know stay null. */
export class Migration0020 extends Migration {
  override up(): void {
    this.addSql('alter table practice_import add column stopped_in text, add column tries int, add column checked_by text');
  }
}
