import { Migration } from '@mikro-orm/migrations';

/** Durable names begin with their service since NATS keeps everybody else from them: what was done under the old ones is not done again. */
export class Migration0003 extends Migration {
  override up(): void {
    for (const table of ['inbox', 'dead_letter'])
      this.addSql(
        `update ${table} set consumer = 'notifications-' || consumer where consumer in ('notices-membership', 'notices-repository')`,
      );
  }
}
