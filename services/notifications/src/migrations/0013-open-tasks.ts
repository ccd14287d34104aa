import { Migration } from '@mikro-orm/migrations';

/** By this the notices are found of a task that is done. */
export class Migration0013 extends Migration {
  override up(): void {
    this.addSql('create index notice_unread_of_path on notice (network_id, path) where read_at is null');
  }
}
