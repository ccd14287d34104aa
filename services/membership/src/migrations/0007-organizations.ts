import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/** What organisations say of themselves and show. Of rows from before, null: they show what was entered of them from public sources. */
const profiles = [
  `alter table organization add column plain text, add column region text, add column languages jsonb, add column work jsonb, add column links jsonb,
    add column shows jsonb, add column logo jsonb`,
  `alter table published_organization add column region text, add column languages jsonb, add column work jsonb, add column links jsonb,
    add column logo jsonb`,
  `create index published_organization_logo on published_organization (network_id, (logo ->> 'hash'))`,
];

const categories = [
  `create table category_period (id uuid primary key, network_id uuid not null, organization_id uuid not null, category text not null, since date,
    until date, reference text, reference_date date, granted_at timestamptz not null)`,
  'create unique index category_period_open on category_period (network_id, organization_id) where until is null',
  'create index category_period_of on category_period (network_id, organization_id, granted_at)',
  ...closeTenantTable('category_period'),
];

const history = [
  `create table organization_fact (id uuid primary key, network_id uuid not null, organization_id uuid not null, at timestamptz not null, what text not null,
    person_id uuid, own boolean not null, reason text, reference text, changes jsonb not null)`,
  'create index organization_fact_of on organization_fact (network_id, organization_id, at)',
  ...closeTenantTable('organization_fact'),
];

export class Migration0007 extends Migration {
  override up(): void {
    for (const statement of [profiles, categories, history].flat()) this.addSql(statement);
  }
}
