import { Migration } from '@mikro-orm/migrations';
import { markTable } from '@alianza/platform/data/tenancy';

/**
 * One digest of all facets of a record, the beginning of the MD5 digest (RFC 1321) of them: ten thousand are handed over in 60 KB, and the service
 * knows what each stands for. Two of a hundred thousand share their six bytes in one network of fifty thousand.
 */
const digest = `create function facet_digest(facets text[]) returns bytea language sql immutable parallel safe
  return (select substr(decode(md5(coalesce(string_agg(value, chr(31)), '')), 'hex'), 1, 6) from unnest(facets) as value)`;

/** As before, without the marks of single facets. */
const columns = {
  type: `coalesce(new.content ->> 'type', '')`,
  countries: `texts_of(new.content -> 'countries')`,
  five_rs: `texts_of(new.content -> 'fiveRs')`,
  year: `coalesce((new.content ->> 'startYear')::int, 0)`,
  sorting_es: `sorting_title(new.content, 'es', new.fallback)`,
  sorting_en: `sorting_title(new.content, 'en', new.fallback)`,
  concepts: 'concepts_of(new.content)',
  facets: 'practice_facets(new.content)',
};
const written = Object.entries(columns).map(([column, from]) => `new.${column} := ${from};`);
const derive = `create or replace function derive_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.content, new.country_names, new.owner, new.fallback) is not distinct from
      (old.content, old.country_names, old.owner, old.fallback) then
    if new.named <> old.named then
      new.document := ts_delete(old.document, tsvector_to_array(old.named)) || new.named;
    end if;
  else
    ${written.join('\n    ')}
    new.document := practice_document(new.content, new.country_names || ' ' || coalesce(new.owner, '')) || new.named || marks_document(new.content);
  end if;
  return new;
end $$`;

const parts = Array.from({ length: 8 }, (_none, remainder) => remainder);

/**
 * What a search finds records by, their words without places, lies beside the row: fifty rows share a page, where a published record fills one. No
 * index begins with the network, since to the planner what lies beside a row costs nothing to read, and it would read all of it.
 */
const table = [
  `create table published_document (network_id uuid, practice_id uuid, digest bytea storage main not null, document tsvector storage external not null,
    primary key (practice_id, network_id)) partition by hash (network_id)`,
  markTable('public', 'published_document'),
  ...parts.flatMap((remainder) => [
    `create table published_document_${remainder} partition of published_document
      for values with (modulus 8, remainder ${remainder}) with (toast_tuple_target = 128)`,
    markTable('public', `published_document_${remainder}`),
  ]),
  'insert into published_document select network_id, practice_id, facet_digest(facets), strip(document) from published_practice',
  'create index on published_document using gin (document)',
  'drop index published_practice_document_idx',
  'analyze published_document',
];

/** What is counted and found follows what is published, whoever writes it. */
const follow = [
  `create function count_record(network uuid, practice uuid, counted text[], words tsvector) returns void language plpgsql as $$
begin
  insert into published_facet (network_id, practice_id, facets)
    select network, practice, counted where not exists (select from published_facet where network_id = network and practice_id = practice and facets = counted)
    on conflict (network_id, practice_id) do update set facets = excluded.facets;
  insert into published_document as d (network_id, practice_id, digest, document)
    values (network, practice, facet_digest(counted), strip(words))
    on conflict (practice_id, network_id) do update set digest = excluded.digest, document = excluded.document
      where (d.digest, d.document) is distinct from (excluded.digest, excluded.document);
end $$`,
  `create function count_published() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from published_facet where network_id = old.network_id and practice_id = old.practice_id;
    delete from published_document where network_id = old.network_id and practice_id = old.practice_id;
  else
    perform count_record(new.network_id, new.practice_id, new.facets, new.document);
  end if;
  return null;
end $$`,
  `create trigger counted after insert or delete or update of content, country_names, owner, fallback, named on published_practice
    for each row execute function count_published()`,
];

export class Migration0036 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql(digest);
    this.addSql(derive);
    this.addSql('alter table published_practice drop column marks');
    this.addSql('alter table published_facet drop column marks');
    this.addSql('alter table published_facet add column digest bytea generated always as (facet_digest(facets)) stored');
    this.addSql('drop function facet_marks(text[])');
    for (const statement of [...table, ...follow]) this.addSql(statement);
  }
}
