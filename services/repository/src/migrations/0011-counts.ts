import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable, markTable } from '@alianza/platform/data/tenancy';

/** Both are emptied of what is not of today: with the salt goes the way from a visitor to a person, with the visitors who was there twice. */
const ofTheDay = [
  `create table count_salt (network_id uuid, day date, salt text not null, primary key (network_id, day))`,
  ...closeTenantTable('count_salt'),
  `create table count_visitor (network_id uuid, day date, slug text, use text, visitor text, primary key (network_id, day, slug, use, visitor))`,
  ...closeTenantTable('count_visitor'),
];

const counts = [
  `create table published_count (network_id uuid, slug text, day date, views int not null, downloads int not null, primary key (network_id, slug, day))`,
  markTable('public', 'published_count'),
];

export class Migration0011 extends Migration {
  override up(): void {
    for (const statement of [...ofTheDay, ...counts]) this.addSql(statement);
  }
}
