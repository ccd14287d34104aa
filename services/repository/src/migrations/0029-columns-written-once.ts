import { Migration } from '@mikro-orm/migrations';

/** What is read of a record beside its words, and from what of the row it derives. */
const columns = {
  type: `coalesce(new.content ->> 'type', '')`,
  countries: `texts_of(new.content -> 'countries')`,
  five_rs: `texts_of(new.content -> 'fiveRs')`,
  year: `coalesce((new.content ->> 'startYear')::int, 0)`,
  sorting_es: `sorting_title(new.content, 'es', new.fallback)`,
  sorting_en: `sorting_title(new.content, 'en', new.fallback)`,
  concepts: 'concepts_of(new.content)',
  facets: 'practice_facets(new.content)',
  marks: 'facet_marks(new.facets)',
};
const dropped = Object.keys(columns).map((column) => `alter column ${column} drop expression`);
const written = Object.entries(columns).map(([column, from]) => `new.${column} := ${from};`);

/** As before, and with the words all other columns that derive from what a record says. */
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

/**
 * PostgreSQL makes all generated columns anew at every update of a table with a trigger before it, whatever changed: two fifths of the time in which the
 * search is rebuilt. That trigger knows better. What is written stays as it is; no row is touched. Whoever changes one of these functions later says in the
 * same migration `update published_practice set facets = …` of what derives from it, as a generated column had to be made anew before.
 */
export class Migration0029 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`); // behind a long reader all others would wait: rather it is tried again
    this.addSql(`alter table published_practice ${dropped.join(', ')}`);
    this.addSql(derive);
  }
}
