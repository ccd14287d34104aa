import { Migration } from '@mikro-orm/migrations';
import { markTable } from '@alianza/platform/data/tenancy';

/** Up to which published change another search engine was given each network's records, and what it must be given again. */
const table = [
  `create table published_feed (network_id uuid primary key, fed_to timestamptz not null)`,
  markTable('public', 'published_feed'),
  `create table published_renamed (network_id uuid, practice_id uuid, primary key (network_id, practice_id))`,
  markTable('public', 'published_renamed'),
];

/** Records that name other concepts though nobody published them anew: no harvester reads them otherwise, but another engine must have them again. */
const note = `create function note_renamed() returns trigger language plpgsql as $$
begin
  insert into published_renamed (network_id, practice_id)
    select a.network_id, a.practice_id from after a join before b using (network_id, practice_id) where a.named <> b.named and a.version = b.version
    on conflict do nothing;
  return null;
end $$`;
const trigger = `create trigger renamed after update on published_practice referencing old table as before new table as after
  for each statement execute function note_renamed()`;

/**
 * What a search reads of a record, as before, but no longer generated: the words of a record are parsed when what it says changes, and where only
 * the concepts change that it names, those alone are exchanged. Their lexemes begin with `~`, which no word does.
 */
const derive = `create function derive_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.content, new.country_names, new.owner) is not distinct from (old.content, old.country_names, old.owner) then
    if new.named <> old.named then
      new.document := ts_delete(old.document, tsvector_to_array(old.named)) || new.named;
    end if;
  else
    new.document := practice_document(new.content, new.country_names || ' ' || coalesce(new.owner, '')) || new.named || marks_document(new.content);
  end if;
  return new;
end $$`;
const derived = [
  'alter table published_practice alter column document drop expression',
  derive,
  // What titles say alone: of many records that say all of it, those that say it there come first.
  `create index on published_practice using gin (ts_filter(document, '{a}'))`,
  'create trigger derived before insert or update on published_practice for each row execute function derive_document()',
];

export class Migration0013 extends Migration {
  override up(): void {
    for (const statement of [...table, note, trigger, ...derived]) this.addSql(statement);
  }
}
