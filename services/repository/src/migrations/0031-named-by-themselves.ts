import { Migration } from '@mikro-orm/migrations';

/**
 * What a record says is taken out of its compressed rows only where a statement writes it: a column that is not written is not compared either. As it
 * was, to exchange the concepts that a record names cost four readings of all it says, and a copy of the whole row before and after.
 */
const derive = [
  'drop trigger derived on published_practice',
  `create trigger derived before insert or update of content, country_names, owner, fallback on published_practice
    for each row execute function derive_document()`,
  'drop trigger changed on published_practice',
  `create trigger changed after update of slug, content, owner, published_at on published_practice for each row
    when ((old.slug, old.content, old.owner, old.published_at) is distinct from (new.slug, new.content, new.owner, new.published_at))
    execute function note_published_change()`,
];

/**
 * Comes after `derived`, as triggers go by their names; a document that was just made anew already has the new names, once. A record that nobody published anew
 * must be given to another engine again: no harvester reads it otherwise.
 */
const rename = [
  'drop trigger renamed on published_practice',
  'drop function note_renamed()',
  `create function name_anew() returns trigger language plpgsql as $$
begin
  new.document := ts_delete(new.document, tsvector_to_array(old.named || new.named)) || new.named;
  if new.version = old.version then
    insert into published_renamed (network_id, practice_id) values (new.network_id, new.practice_id) on conflict do nothing;
  end if;
  return new;
end $$`,
  `create trigger named_anew before update of named on published_practice for each row
    when (old.named <> new.named) execute function name_anew()`,
];

export class Migration0031 extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    for (const statement of [...derive, ...rename]) this.addSql(statement);
  }
}
