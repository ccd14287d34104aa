import { Migration } from '@mikro-orm/migrations';
import { markTable } from '@alianza/platform/data/tenancy';

/** One row for every record that was ever published; it stays when the record goes, so that harvesters hear of that too. */
const table = [
  `create table published_change (network_id uuid, practice_id uuid, slug text not null, changed_at timestamptz not null, deleted boolean not null,
    type text not null, five_rs text[] not null, primary key (network_id, practice_id), unique (network_id, changed_at))`,
  markTable('public', 'published_change'),
];

/**
 * Whoever changes what is public waits for the other in that network and notes a later instant than every noted one: who reads behind them
 * meets each change once, and what is noted later is later. Microseconds, so that no two are equal.
 */
const note = `create function note_published_change() returns trigger language plpgsql as $$
declare
  one record;
  at timestamptz;
begin
  if tg_op = 'DELETE' then one := old; else one := new; end if;
  perform pg_advisory_xact_lock(hashtextextended('published_change ' || one.network_id, 0));
  select greatest(clock_timestamp(), max(changed_at) + interval '1 microsecond') into at from published_change where network_id = one.network_id;
  insert into published_change (network_id, practice_id, slug, changed_at, deleted, type, five_rs)
    values (one.network_id, one.practice_id, one.slug, at, tg_op = 'DELETE', one.type, one.five_rs)
    on conflict (network_id, practice_id) do update
      set slug = excluded.slug, changed_at = excluded.changed_at, deleted = excluded.deleted, type = excluded.type, five_rs = excluded.five_rs;
  return null;
end $$`;

/** Whatever writes there, by whichever way: a search table made anew with the same content changes nothing. */
const triggers = [
  'create trigger published_or_gone after insert or delete on published_practice for each row execute function note_published_change()',
  `create trigger changed after update on published_practice for each row
    when ((old.slug, old.content, old.owner, old.published_at) is distinct from (new.slug, new.content, new.owner, new.published_at))
    execute function note_published_change()`,
];

const known = `insert into published_change (network_id, practice_id, slug, changed_at, deleted, type, five_rs)
  select network_id, practice_id, slug, published_at + row_number() over (order by published_at, practice_id) * interval '1 microsecond', false, type, five_rs
  from published_practice`;

export class Migration0009 extends Migration {
  override up(): void {
    for (const statement of [...table, note, known, ...triggers]) this.addSql(statement);
  }
}
