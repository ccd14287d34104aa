import { Migration } from '@mikro-orm/migrations';

/** That a practice is due to be checked is news to its organisation, which cannot do it: it was told as a task, and no fact ends it any more. */
export class Migration0016 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '200ms'`);
    this.addSql('alter table notice no force row level security'); // owners see no rows while tables are closed
    this.addSql(`update notice set kind = 'news' where rule = 'recheck-due' and kind = 'task'`);
    this.addSql('alter table notice force row level security');
  }
}
