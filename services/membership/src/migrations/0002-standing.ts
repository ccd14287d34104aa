import { Migration } from '@mikro-orm/migrations';

/** When and why a member was suspended or left, and why a person was disabled. Columns that an older version does not know stay null. */
export class Migration0002 extends Migration {
  override up(): void {
    this.addSql('alter table organization add column decided_at timestamptz, add column decided_reason text');
    this.addSql('alter table person add column disabled_reason text');
  }
}
