import { Migration } from '@mikro-orm/migrations';
import { markTable } from '@alianza/platform/data/tenancy';

/**
 * To reach a column PostgreSQL walks through all those before it: what searches read of thousands of rows stands first, behind columns of one width
 * each, what they read of a page alone comes last. A broad search takes half the time.
 */
const columns = {
  network_id: 'uuid',
  practice_id: 'uuid',
  published_at: 'timestamptz not null',
  first_published_at: 'timestamptz not null default now()',
  marks: 'bytea',
  facets: 'text[]',
  document: 'tsvector storage main',
  named: `tsvector not null default ''`,
  sorting_es: 'text collate "es-x-icu"',
  sorting_en: 'text collate "es-x-icu"',
  organization_id: 'uuid',
  year: 'int',
  version: 'int not null',
  on_behalf: 'boolean not null default false',
  owner_away: 'boolean not null default false',
  verified_at: 'timestamptz',
  confirmed_at: 'timestamptz',
  slug: 'text not null',
  type: 'text',
  countries: 'text[]',
  five_rs: 'text[]',
  fallback: 'text not null',
  owner: 'text',
  country_names: 'text not null',
  concepts: 'text[]',
  terms: 'jsonb',
  content: 'jsonb not null',
};
const defined = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
const names = Object.keys(columns).join(', ');

const parts = Array.from({ length: 8 }, (_none, remainder) => remainder);
const table = [
  `create table published_practice (${defined.join(', ')}, primary key (network_id, practice_id), unique (network_id, slug)) partition by hash (network_id)`,
  markTable('public', 'published_practice'),
  ...parts.flatMap((remainder) => [
    `create table published_practice_${remainder} partition of published_practice
      for values with (modulus 8, remainder ${remainder}) with (toast_tuple_target = 8160)`,
    markTable('public', `published_practice_${remainder}`),
  ]),
];

const indexes = [
  'gin (document)',
  `gin (ts_filter(document, '{a}'))`,
  'btree (network_id, published_at desc, practice_id desc)',
  'btree (network_id, first_published_at desc, practice_id desc)',
  'btree (network_id, sorting_es, practice_id)',
  'btree (network_id, sorting_en, practice_id)',
  'btree (network_id, organization_id)',
].map((index) => `create index on published_practice using ${index}`);

/** As they were; what is copied is neither derived nor published anew. */
const triggers = [
  'create trigger published_or_gone after insert or delete on published_practice for each row execute function note_published_change()',
  `create trigger derived before insert or update of content, country_names, owner, fallback on published_practice
    for each row execute function derive_document()`,
  `create trigger changed after update of slug, content, owner, published_at on published_practice for each row
    when ((old.slug, old.content, old.owner, old.published_at) is distinct from (new.slug, new.content, new.owner, new.published_at))
    execute function note_published_change()`,
  `create trigger named_anew before update of named on published_practice for each row
    when (old.named <> new.named) execute function name_anew()`,
];

/** All of it is written once more, while nobody reads what is published. */
const readFirst = [
  `set local lock_timeout = '5s'`,
  'lock table published_practice',
  `create temporary table kept on commit drop as select ${names} from published_practice`,
  'drop table published_practice',
  ...table,
  `insert into published_practice (${names}) select ${names} from kept`,
  ...indexes,
  ...triggers,
  'analyze published_practice',
];

export class Migration0035 extends Migration {
  override up(): void {
    for (const statement of readFirst) this.addSql(statement);
  }
}
