import { Migration } from '@mikro-orm/migrations';
import { deadLettersKeepRetries } from './platform-tables.js';

/** The same for every service, so it stands here once; each lists it under its own next number. */
export class DeadLetterRetries extends Migration {
  override up(): void {
    this.addSql(deadLettersKeepRetries);
  }
}
