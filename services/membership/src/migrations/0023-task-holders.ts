import { Migration } from '@mikro-orm/migrations';
import { createTaskHoldingTable } from '@alianza/platform/tasks/task-holding.entity';

/** Who of the secretariat has which letter. */
export class Migration0023 extends Migration {
  override up(): void {
    for (const statement of createTaskHoldingTable) this.addSql(statement);
  }
}
