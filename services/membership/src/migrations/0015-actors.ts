import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/** Organisations that are on the map without being members, and how far each is on its way in. */
const actors = [
  `create table actor (id uuid primary key, network_id uuid not null, organization_id uuid not null, state text not null, since timestamptz not null,
    initiatives jsonb not null, sources jsonb not null, contact jsonb, history jsonb not null, invited_at timestamptz, stopped_at timestamptz,
    member_id uuid, changed_at timestamptz not null, version int not null default 1)`,
  'create unique index actor_organization on actor (network_id, organization_id)',
  ...closeTenantTable('actor'),
  `create table silenced_address (network_id uuid, hash text, at timestamptz not null, primary key (network_id, hash))`,
  ...closeTenantTable('silenced_address'),
];

/** Row-level security binds the owner too, so each network is named in turn. */
const known = `do $$ declare network uuid; begin
  for network in select id from network loop
    perform set_config('app.network', network::text, true);
    insert into actor (id, network_id, organization_id, state, since, initiatives, sources, history, changed_at)
      select gen_random_uuid(), network, o.id, 'identified', now(), '[]',
        coalesce((select jsonb_agg(s || '{"tells": []}') from jsonb_array_elements(o.sources) s), '[]'), jsonb_build_array(jsonb_build_object('state', 'identified',
        'at', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', null, 'note', null)), now()
      from organization o where o.network_id = network and o.kind = 'actor';
  end loop;
end $$`;

const around = [
  'alter table application add column actor_id uuid, add column given_back_at timestamptz',
  'alter table published_organization add column initiatives jsonb',
];

export class Migration0015 extends Migration {
  override up(): void {
    for (const statement of [...actors, known, ...around]) this.addSql(statement);
  }
}
