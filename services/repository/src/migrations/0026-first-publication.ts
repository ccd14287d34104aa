import { Migration } from '@mikro-orm/migrations';

/** Since when the public reads a record, whatever versions followed: what is new is what was not there before, not when the practice itself began. */
export class Migration0026 extends Migration {
  override up(): void {
    this.addSql('alter table published_practice add column first_published_at timestamptz');
    this.addSql(`update published_practice p set first_published_at = coalesce((select min(v.published_at) from published_version v
      where v.network_id = p.network_id and v.practice_id = p.practice_id), p.published_at)`);
    this.addSql(
      'alter table published_practice alter column first_published_at set default now(), alter column first_published_at set not null',
    );
    this.addSql('create index on published_practice (network_id, first_published_at desc, practice_id desc)');
    this.addSql('drop index published_practice_network_id_year_published_at_practice_id_idx');
    this.addSql('delete from published_feed');
  }
}
