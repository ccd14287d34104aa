import { defineQuery } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';

/** People of these organisations in these roles, each once, in the order of their ids. */
export const peopleOfOrganizations = defineQuery({
  name: 'recipients_of_organizations',
  scope: 'tenant',
  text: `select p.id, p.name, p.language, p.email from person p
    where p.disabled_at is null and p.id > $4::uuid and p.id in (select r.person_id from role r where r.network_id = $1::uuid and r.until is null
      and r.role = any($2::text[]) and r.organization_id = any($3::uuid[]))
    order by p.id limit $5`,
  sample: (networkId) => [networkId, '{titular,suplente}', `{${nowhere}}`, nowhere, 500],
});

/** Organisations of which nobody would be written to. */
export const withoutPeople = defineQuery({
  name: 'organizations_without_recipients',
  scope: 'tenant',
  text: `select o.name from organization o where o.network_id = $1::uuid and o.id = any($3::uuid[])
    and not exists (select from role r join person p on p.id = r.person_id where r.network_id = $1::uuid and r.organization_id = o.id
      and r.until is null and r.role = any($2::text[]) and p.disabled_at is null)
    order by o.name_key, o.id`,
  sample: (networkId) => [networkId, '{titular,suplente}', `{${nowhere}}`],
});

export const failingHere = defineQuery({
  name: 'failing_addresses_here',
  scope: 'tenant',
  text: `select f.person_id as id, p.name, p.email, f.mark, f.status, f.since from failing_address f join person p on p.id = f.person_id
    where f.retried_at is null and p.disabled_at is null
      and exists (select from role r where r.network_id = $1::uuid and r.person_id = f.person_id and r.until is null)
    order by f.since, f.person_id limit 1000`,
  sample: (networkId) => [networkId],
});
