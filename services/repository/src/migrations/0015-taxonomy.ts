import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable, markTable } from '@alianza/platform/data/tenancy';

const edited = [
  `create table taxonomy_concept (id uuid primary key, network_id uuid not null, scheme text not null, concept text not null, labels jsonb,
    synonyms jsonb not null, place double precision not null, starts_on date, ends_on date, retired boolean not null, changed_at timestamptz not null,
    changed_by uuid not null, version int not null default 1, constraint taxonomy_concept_id unique (network_id, scheme, concept))`,
  ...closeTenantTable('taxonomy_concept'),
];

/** Everything that was ever said of a concept, each for its time: what is said now has no end. */
const said = [
  `create table published_concept (network_id uuid, scheme text, concept text, labels jsonb, synonyms jsonb not null, place double precision not null, starts_on date,
    ends_on date, retired boolean not null, version int not null, since timestamptz, up_to timestamptz,
    primary key (network_id, scheme, concept, since))`,
  markTable('public', 'published_concept'),
];

/**
 * Records whose concept is called otherwise now read otherwise to a harvester: each is noted as changed, later than everything noted before,
 * one microsecond after another, because no two changes of a network are of the same instant.
 */
const relabelled = `create function note_relabelled(network uuid, mark text) returns int language plpgsql as $$
declare
  first timestamptz;
  noted int;
begin
  perform pg_advisory_xact_lock(hashtextextended('published_change ' || network, 0));
  select greatest(clock_timestamp(), max(changed_at) + interval '1 microsecond') into first from published_change where network_id = network;
  update published_change as c set changed_at = first + marked.place * interval '1 microsecond'
    from (select practice_id, row_number() over (order by practice_id) - 1 as place from published_facet
      where network_id = network and facets @> array[mark]) as marked
    where c.network_id = network and c.practice_id = marked.practice_id and not c.deleted;
  get diagnostics noted = row_count;
  return noted;
end $$`;

const immutable = 'language sql immutable parallel safe';
const marks = (marksOf: string) =>
  `create or replace function practice_facets(content jsonb) returns text[] ${immutable} return ${marksOf}`;

/** As before, with the areas of the work programme: none is written yet, so nothing that derives from it is wrong. */
const facets = marks(`array['type=' || coalesce(content ->> 'type', '')]
    || array(select 'country=' || value from unnest(texts_of(content -> 'countries')) as value)
    || array(select 'fiveR=' || value from unnest(texts_of(content -> 'fiveRs')) as value)
    || array(select 'population=' || value from unnest(texts_of(content -> 'populations')) as value)
    || array(select 'priorityArea=' || value from unnest(texts_of(content -> 'priorityAreas')) as value)
    || array(select distinct 'sdg=' || split_part(value, '.', 1) from unnest(texts_of(content -> 'sdgTargets')) as value)
    || array(select 'language=' || value from unnest(texts_of(content -> 'sourceLanguages')) as value)
    || array_remove(array['sector=' || (content ->> 'sector'), 'level=' || (content ->> 'level'), 'year=' || (content ->> 'startYear')], null)`);

/** Which translations are older than what they translate. */
const translations = 'alter table practice add column stale_translations jsonb';

/** Each network says what its concepts are called, by what they are found, and which it has. */
export class Migration0015 extends Migration {
  override up(): void {
    for (const statement of [...edited, ...said, relabelled, facets, translations]) this.addSql(statement);
  }
}
