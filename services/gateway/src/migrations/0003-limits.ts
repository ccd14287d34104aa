import { Migration } from '@mikro-orm/migrations';
import { markTable } from '@alianza/platform/data/tenancy';

/**
 * Unlogged: counting is no truth worth a write to the log; a crash of the server empties it and every window begins anew. Pages half full, so
 * that a count is changed in its place.
 */
export class Migration0003 extends Migration {
  override up(): void {
    this.addSql(
      `create unlogged table rate_limit (id text primary key, used int not null, ends_at timestamptz not null) with (fillfactor = 50)`,
    );
    this.addSql(markTable('platform', 'rate_limit'));
  }
}
