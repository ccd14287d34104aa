import { Migration } from '@mikro-orm/migrations';

const immutable = 'language sql immutable parallel safe';

/** `facet=value` for each: what filters ask, facets count and concepts of a query find. */
const facets = `create function practice_facets(content jsonb) returns text[] ${immutable}
  return array['type=' || coalesce(content ->> 'type', '')]
    || array(select 'country=' || value from unnest(texts_of(content -> 'countries')) as value)
    || array(select 'fiveR=' || value from unnest(texts_of(content -> 'fiveRs')) as value)
    || array(select 'population=' || value from unnest(texts_of(content -> 'populations')) as value)
    || array(select distinct 'sdg=' || split_part(value, '.', 1) from unnest(texts_of(content -> 'sdgTargets')) as value)
    || array(select 'language=' || value from unnest(texts_of(content -> 'sourceLanguages')) as value)
    || array_remove(array['sector=' || (content ->> 'sector'), 'level=' || (content ->> 'level'), 'year=' || (content ->> 'startYear')], null)`;

const functions = [
  facets,
  // How a practice is marked weighs least of all; a value of content that is no code is nobody's mark.
  `create function marks_document(content jsonb) returns tsvector ${immutable}
    return (select coalesce(string_agg(quote_literal(mark) || ':1', ' '), '')::tsvector from unnest(practice_facets(content)) as mark)`,
  // Words that may stand anywhere, the last one perhaps unfinished.
  `create function anywhere_query(words text[]) returns tsquery ${immutable}
    return (select string_agg('(' || nullif(word_query(rtrim(word, '*'), word like '%*')::text, '') || ')', ' & ')::tsquery from unnest(words) as word)`,
  // One slot of a query, any of its alternatives answers it: "a&b", "a*", "=mark"; closely, without words that stand apart.
  `create function slot_query(slot text, closely boolean default false) returns tsquery ${immutable}
    return (select string_agg('(' || nullif((case when written like '=%' then quote_literal(substr(written, 2))::tsquery
        else anywhere_query(string_to_array(written, '&')) end)::text, '') || ')', ' | ')::tsquery
      from string_to_table(slot, '|') as written where not closely or strpos(written, '&') = 0)`,
  // The same, where it stands in a field of this weight.
  `create function weighed(query tsquery, weight text) returns tsquery ${immutable}
    return regexp_replace(replace(query::text, ''':*', ''':*' || weight), '''(?=[ )]|$)', ''':' || weight, 'g')::tsquery`,
];

const indexed = [
  'alter table published_practice drop column document',
  `alter table published_practice add column facets text[] generated always as (practice_facets(content)) stored`,
  // Concepts that are named in it, found by the vocabulary when it is published.
  `alter table published_practice add column named tsvector not null default ''`,
  `alter table published_practice add column document tsvector
    generated always as (practice_document(content, country_names || ' ' || coalesce(owner, '')) || named || marks_document(content)) stored`,
  'create index on published_practice using gin (document)',
  // The version before still reads these and writes them; the next one drops them, and practice_query with them.
  `alter table published_facet alter column type set default '', alter column countries set default '{}', alter column five_rs set default '{}'`,
  `alter table published_facet add column facets text[] not null default '{}'`,
  `update published_facet as counted set facets = written.facets from published_practice as written
    where written.network_id = counted.network_id and written.practice_id = counted.practice_id`,
];

/** Words find concepts under all their names, and everything a record is marked with can be filtered and counted. */
export class Migration0004 extends Migration {
  override up(): void {
    for (const statement of [...functions, ...indexed]) this.addSql(statement);
  }
}
