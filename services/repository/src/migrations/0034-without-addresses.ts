import { Migration } from '@mikro-orm/migrations';

/** As before, and without the addresses of links: nobody looks for their words, and they named concepts. */
const apart = `create or replace function apart(text) returns text language sql immutable parallel safe strict
  return translate(regexp_replace($1, '(http|https)://[^]\\s)>]*', ' ', 'gi'), '/@.:_-', '      ')`;

const linking = `(content - 'sources')::text like '%://%'`;

const anew = `update published_practice set document = practice_document(content, country_names || ' ' || coalesce(owner, '')) || named || marks_document(content)
  where ${linking}`;

/** Words that only addresses said: a withdrawal, which forgets the words of what it takes, does not read them any more. */
export const forgetWordsOfAddresses = `delete from published_word w using (
    select distinct network_id, word from published_practice,
      regexp_matches((content - 'sources')::text, 'http[s]{0,1}://[^]\\s)>]*', 'gi') as address,
      unnest(tsvector_to_array(to_tsvector('simple', translate(address[1], '/@.:_-', '      ')))) as word
    where ${linking}) as written
  where w.network_id = written.network_id and w.word = written.word and not exists (
    select from published_practice o where o.network_id = w.network_id and o.document @@ to_tsquery('simple', quote_literal(unaccented(w.word))))`;

/** What is public is read all the while. Concepts that an address named stay named until \`search:rebuild\`, the step after the services'. */
export class Migration0034 extends Migration {
  override up(): void {
    this.addSql(apart);
    this.addSql(anew);
    this.addSql(forgetWordsOfAddresses);
    this.addSql('delete from published_feed');
  }
}
