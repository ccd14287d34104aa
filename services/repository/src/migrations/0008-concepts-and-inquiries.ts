import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

const each = (set: string, field: string) => `select '${set}:' || value from jsonb_array_elements_text(content -> '${field}') as value`;

/** Every concept a record is about, of whichever set, as one list of words: what two records share is what both lists hold. */
const conceptsOf = `create function concepts_of(content jsonb) returns text[] language sql immutable parallel safe return array(
  ${each('fiveR', 'fiveRs')} union all ${each('population', 'populations')} union all ${each('sdg', 'sdgTargets')}
  union all ${each('country', 'countries')} union all select 'sector:' || (content ->> 'sector') where content ->> 'sector' is not null)`;

const inquiries = [
  `create table inquiry (id uuid primary key, network_id uuid not null, practice_id uuid not null, slug text not null, title jsonb not null,
    organization_id uuid, kind text not null, text text not null, language text not null, status text not null, sent_at timestamptz not null,
    opened_at timestamptz, outcome text, settled_at timestamptz, settled_by uuid, version int not null default 1)`,
  'create index inquiry_queue on inquiry (network_id, organization_id, status, opened_at, id)',
  ...closeTenantTable('inquiry'),
];

export class Migration0008 extends Migration {
  override up(): void {
    this.addSql(conceptsOf);
    for (const statement of inquiries) this.addSql(statement);
    this.addSql('alter table published_practice add column concepts text[] generated always as (concepts_of(content)) stored');
  }
}
