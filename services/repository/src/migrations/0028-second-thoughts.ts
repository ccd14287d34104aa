import { Migration } from '@mikro-orm/migrations';

/** What decides whether a practice can be taken back or thrown away; and by what sheets knew it goes with it. */
export class Migration0028 extends Migration {
  override up(): void {
    this.addSql('alter table practice add column assigned_at timestamptz, add column owner_wrote boolean not null default false');
    this.addSql('create index practice_import_identity_of on practice_import_identity (network_id, practice_id)');
  }
}
