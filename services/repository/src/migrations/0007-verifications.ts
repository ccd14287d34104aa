import { Migration } from '@mikro-orm/migrations';

/** What was published before anybody verified counts as verified on the day of its publication. */
const verification = [
  'alter table practice no force row level security',
  `alter table practice add column verified_at timestamptz, add column verify_by timestamptz, add column reminded_at timestamptz`,
  `update practice set verified_at = published_at, verify_by = published_at + interval '24 months' where published_at is not null`,
  'create index practice_due on practice (network_id, verify_by, id)',
  'alter table practice force row level security',
  'alter table published_practice add column verified_at timestamptz',
];

export class Migration0007 extends Migration {
  override up(): void {
    for (const statement of verification) this.addSql(statement);
  }
}
