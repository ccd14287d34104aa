import { Migration } from '@mikro-orm/migrations';
import { closeTenantTable } from '@alianza/platform/data/tenancy';

/**
 * Before, nothing kept an organisation from having two titulars: whoever became it last is it from now on, and the others were it until now.
 * Suplentes stand in the order in which they came. Row-level security binds the owner too, so each network is named in turn.
 */
const ordered = `do $$ declare network uuid; begin
  for network in select id from network loop
    perform set_config('app.network', network::text, true);
    update role set until = now() where network_id = network and role = 'titular' and until is null and exists (select from role later
      where later.network_id = network and later.organization_id = role.organization_id and later.role = 'titular' and later.until is null
        and (later.since, later.id) > (role.since, role.id));
    update role set place = placed.place from (select id, row_number() over (partition by organization_id order by since, id) as place from role
      where network_id = network and role = 'suplente' and until is null) placed where role.network_id = network and role.id = placed.id;
  end loop;
end $$`;

const roles = [
  'alter table role add column place int, add column ended_reason text, add column version int not null default 1',
  ordered,
  `create unique index role_titular on role (network_id, organization_id) where role = 'titular' and until is null`,
];

const letters = [
  `create table letter (id uuid primary key, network_id uuid not null, organization_id uuid not null, role_id uuid not null, person_id uuid not null,
    role text not null, file_id uuid not null, status text not null, dated date not null, valid_until date not null, ends_at timestamptz not null,
    office text not null, filed_at timestamptz not null, filed_by uuid not null, decided_at timestamptz, decided_by uuid, reason text, warned int,
    version int not null default 1)`,
  'create index letter_queue on letter (network_id, status, filed_at, id)',
  'create index letter_end on letter (network_id, status, ends_at, id)',
  'create index letter_of_organization on letter (network_id, organization_id)',
  ...closeTenantTable('letter'),
];

const handovers = [
  'alter table invitation add column handover jsonb',
  'create index invitation_of_organization on invitation (network_id, organization_id)',
  `create table handover (id uuid primary key, network_id uuid not null, organization_id uuid not null, predecessor_id uuid, successor_id uuid not null,
    at timestamptz not null)`,
  'create index handover_of_organization on handover (network_id, organization_id)',
  ...closeTenantTable('handover'),
];

export class Migration0006 extends Migration {
  override up(): void {
    for (const statement of [...roles, ...letters, ...handovers]) this.addSql(statement);
  }
}
