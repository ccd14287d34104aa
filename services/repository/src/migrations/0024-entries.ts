import { Migration } from '@mikro-orm/migrations';

/** Records that the secretariat entered for an organisation, and that the public reads so. */
export class Migration0024 extends Migration {
  override up(): void {
    this.addSql('alter table practice add column on_behalf boolean not null default false');
    this.addSql('create index practice_entered on practice (network_id, changed_at desc, id desc) where on_behalf');
    this.addSql('alter table published_practice add column on_behalf boolean not null default false');
  }
}
