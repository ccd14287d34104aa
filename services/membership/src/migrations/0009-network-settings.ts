import { Migration } from '@mikro-orm/migrations';
import { markTable } from '@alianza/platform/data/tenancy';

/** When a network was opened, as JSON says instants. */
const opened = `to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** Of networks from before: each page of law in the product's words, since there is the network. */
const asBegun = ['privacy', 'legal', 'accessibility'].map(
  (page) => `'${page}', jsonb_build_object('version', 1, 'publishedAt', ${opened}, 'own', false, 'edition', 1)`,
);

const networks = [
  `alter table network add column calendar text not null default 'mon-fri', add column calendar_revision int not null default 1, add column accent text,
    add column mark jsonb, add column statements jsonb, add column version int not null default 1`,
  `update network set statements = jsonb_build_object(${asBegun.join(', ')})`,
  'alter table network alter column statements set not null, alter column calendar drop default',
];

/** The words of a network on its pages of law, every version; null where it took up the product's again. */
const statements = [
  `create table network_statement (network_id uuid, page text, version int, content jsonb, published_at timestamptz not null,
    primary key (network_id, page, version))`,
  markTable('public', 'network_statement'),
];

export class Migration0009 extends Migration {
  override up(): void {
    for (const statement of [...networks, ...statements]) this.addSql(statement);
  }
}
