import { defineQuery } from '@alianza/platform/data/queries';

/** Active members that have no titular whose account is open, nor anybody invited to be it, and of whose ended invitation nobody is told yet. */
export const withoutTitular = defineQuery({
  name: 'organizations_without_titular',
  scope: 'tenant',
  text: `select o.id, o.name from organization o where o.network_id = $1::uuid and o.kind = 'member' and o.status = 'active'
    and o.id in (select i.organization_id from invitation i where i.network_id = $1::uuid and i.role = 'titular' and i.accepted_at is null
      and i.revoked_at is null and i.expiry_told_at is null and i.expires_at <= $2::timestamptz)
    and not exists (select from role r join person p on p.id = r.person_id and p.disabled_at is null
      where r.network_id = $1::uuid and r.organization_id = o.id and r.role = 'titular' and r.until is null)
    and not exists (select from invitation i where i.network_id = $1::uuid and i.organization_id = o.id and i.role = 'titular'
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2::timestamptz)
    order by o.id limit $3`,
  sample: (networkId) => [networkId, new Date(0), 100],
});

/** Invitations to an active member that ended since then, though it has a titular: who that is, and is not told yet. */
export const untaken = defineQuery({
  name: 'invitations_untaken',
  scope: 'tenant',
  text: `select i.id, r.person_id as "titularId", o.name as organization from invitation i
    join role r on r.network_id = i.network_id and r.organization_id = i.organization_id and r.role = 'titular' and r.until is null
    join organization o on o.network_id = i.network_id and o.id = i.organization_id and o.status = 'active'
    where i.network_id = $1::uuid and i.accepted_at is null and i.revoked_at is null and i.expiry_told_at is null
    and i.expires_at <= $2::timestamptz and i.expires_at > $3::timestamptz order by i.id limit $4`,
  sample: (networkId) => [networkId, new Date(0), new Date(0), 100],
});

/** Other invitations than this one that can still be accepted at an address. */
export const openAtAddress = defineQuery({
  name: 'invitations_open_at_address',
  scope: 'tenant',
  text: `select id from invitation where network_id = $1::uuid and lower(email) = lower($2) and id <> $3::uuid and accepted_at is null
    and revoked_at is null and expires_at > $4::timestamptz limit 1`,
  sample: (networkId) => [networkId, 'nadie@example.org', networkId, new Date(0)],
});

/** Whoever is written to at an address. */
export const addressOfSomebody = defineQuery({
  name: 'person_at_address',
  scope: 'networkless',
  text: `select id from person where lower(email) = lower($1) limit 1`,
  exempt: 'asked by a job alone, once for each invitation that is forgotten',
  sample: () => ['nadie@example.org'],
});
