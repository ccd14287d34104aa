import { Migration } from '@mikro-orm/migrations';
import { createTaskHoldingTable } from '@alianza/platform/tasks/task-holding.entity';

/** Who of the secretariat has what of its queues. */
export class Migration0027 extends Migration {
  override up(): void {
    for (const statement of createTaskHoldingTable) this.addSql(statement);
  }
}
