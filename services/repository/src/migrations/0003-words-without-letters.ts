import { Migration } from '@mikro-orm/migrations';

/** A word in which PostgreSQL sees nothing to look for, such as a lone "²", is left out of a query; before, such a query could not be read. */
const practiceQuery = `create or replace function practice_query(words text[]) returns tsquery language sql immutable parallel safe
  return (select string_agg('(' || either.query || ')', ' & ')::tsquery from (
    select string_agg(nullif(word_query(word, place = cardinality(words))::text, ''), ' | ') as query
    from unnest(words) with ordinality as asked (alternatives, place), string_to_table(alternatives, '|') as word group by place) as either)`;

export class Migration0003 extends Migration {
  override up(): void {
    this.addSql(practiceQuery);
  }
}
