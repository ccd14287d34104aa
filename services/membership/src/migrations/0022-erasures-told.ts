import { Migration } from '@mikro-orm/migrations';

/** When somebody was told that their erasure waits, and that it is about to be done. */
export class Migration0022 extends Migration {
  override up(): void {
    this.addSql('alter table erasure add column held_at timestamptz, add column announced_at timestamptz');
  }
}
