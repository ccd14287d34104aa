import { Migration } from '@mikro-orm/migrations';

/** As before, and without the addresses of links: nobody looks for their words, and they named concepts. */
const apart = `create or replace function apart(text) returns text language sql immutable parallel safe strict
  return translate(regexp_replace($1, '(http|https)://[^]\\s)>]*', ' ', 'gi'), '/@.:_-', '      ')`;

const anew = `update published_practice set document = practice_document(content, country_names || ' ' || coalesce(owner, '')) || named || marks_document(content)
  where (content - 'sources')::text like '%://%'`;

export class Migration0033 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    // Of a row that is too wide what it says moves out, not what searches read of it: this stays in the row, and nobody tries in vain to compress it.
    this.addSql('alter table published_practice alter column document set storage main');
    this.addSql(apart);
    this.addSql(anew);
    this.addSql('delete from published_feed');
  }
}
