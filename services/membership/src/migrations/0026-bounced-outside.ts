import { Migration } from '@mikro-orm/migrations';

const tables = ['actor', 'application', 'correspondent', 'invitation'];

/**
 * That mails to who has no account came back. All tables are locked before any is written, and each only if it is free at once: where requests hold
 * one and want another, it is the migration that gives up, long before PostgreSQL ends one of them after a second. It may be repeated.
 */
export class Migration0026 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '200ms'`);
    for (const table of tables) this.addSql(`lock table ${table} in access exclusive mode`);
    for (const table of tables) {
      this.addSql(`alter table ${table} add column bounced_at timestamptz, add column bounce_status text`);
      this.addSql(`create index ${table}_bounced on ${table} (network_id, bounced_at) where bounced_at is not null`);
    }
  }
}
