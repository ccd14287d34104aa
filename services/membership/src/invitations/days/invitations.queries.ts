import { defineQuery } from '@alianza/platform/data/queries';

/** Active members that have no titular, nor anybody invited to be it, and of whose ended invitation nobody is told yet: where there is one, disabled or not, nobody else is invited. */
export const withoutTitular = defineQuery({
  name: 'organizations_without_titular',
  scope: 'tenant',
  text: `select o.id, o.name from organization o where o.network_id = $1::uuid and o.kind = 'member' and o.status = 'active'
    and o.id in (select i.organization_id from invitation i where i.network_id = $1::uuid and i.role = 'titular' and i.accepted_at is null
      and i.revoked_at is null and i.expiry_told_at is null and i.expires_at <= $2::timestamptz)
    and not exists (select from role r where r.network_id = $1::uuid and r.organization_id = o.id and r.role = 'titular' and r.until is null)
    and not exists (select from invitation i where i.network_id = $1::uuid and i.organization_id = o.id and i.role = 'titular'
      and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2::timestamptz)
    order by o.id limit $3`,
  sample: (networkId) => [networkId, new Date(0), 100],
});

/** Invitations to an active member that ended since then, though it has a titular who may sign in: who that is, and is not told yet. */
export const untaken = defineQuery({
  name: 'invitations_untaken',
  scope: 'tenant',
  text: `select i.id, r.person_id as "titularId", o.name as organization from invitation i
    join role r on r.network_id = i.network_id and r.organization_id = i.organization_id and r.role = 'titular' and r.until is null
    join person p on p.id = r.person_id and p.disabled_at is null
    join organization o on o.network_id = i.network_id and o.id = i.organization_id and o.status = 'active'
    where i.network_id = $1::uuid and i.accepted_at is null and i.revoked_at is null and i.expiry_told_at is null
    and i.expires_at <= $2::timestamptz and i.expires_at > $3::timestamptz order by i.id limit $4`,
  sample: (networkId) => [networkId, new Date(0), new Date(0), 100],
});
