import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Role } from '@alianza/contracts/access';
import type { FailingOutside } from '@alianza/contracts/membership/recipients';
import type { Outside } from '@alianza/contracts/notifications/mails';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery } from '@alianza/platform/data/queries';

/** Where it is kept, and since when whoever has the address is known to read there: of mails from before nothing is news. */
const kept = {
  applicant: { table: 'application', proven: 'submitted_at' },
  correspondent: { table: 'correspondent', proven: 'confirmed_at' },
  actor: { table: 'actor', proven: 'invited_at' },
  'new-address': { table: 'address_change', proven: 'confirmed_at' },
} as const;

export interface Noted {
  readonly networkId: string;
  readonly status: string | null;
  readonly at: Date;
  /** When the mail left that came back. */
  readonly sentAt: Date;
}

/** Without a new version: whoever has it open beside them is not disturbed. */
export async function noteBounce(em: SqlEntityManager, { to, id }: Outside, { networkId, status, at, sentAt }: Noted): Promise<void> {
  if (to === 'invited') return;
  const { table, proven } = kept[to];
  const note = `update ${table} set bounced_at = ?, bounce_status = ? where network_id = ? and id = ? and (${proven} is null or ${proven} <= ?)`;
  await em.execute(note, [at, status, networkId, id, sentAt]);
}

export interface FoundOutside extends Omit<FailingOutside, 'organization' | 'since' | 'role'> {
  readonly role: Role | null;
  readonly since: string;
  /** What an organisation is called, or an application calls it. */
  readonly name: Localized | null;
  readonly title: string | null;
  /** How many there are in all. */
  readonly total: number;
}

/** What the address of an actor is known by, as `silencedHash` makes it: of an address that was corrected since, nothing is known. */
const hashed = `translate(encode(sha256(convert_to(t.network_id::text || ' ' || lower(t.contact ->> 'email'), 'UTF8')), 'base64'), '+/=', '-_')`;

/** Never those who did not confirm their address: nobody knows of them. The newest first. */
export const failingOutside = defineQuery({
  name: 'failing_outside_here',
  scope: 'tenant',
  text: `select found.*, count(*) over ()::int as total from ((select 'invitation' as kind, i.id, i.organization_id as "organizationId", i.role, o.name, null::text as title, i.bounced_at as since,
        i.bounce_status as status
      from invitation i left join organization o on o.network_id = $1::uuid and o.id = i.organization_id
      where i.network_id = $1::uuid and i.bounced_at is not null and i.accepted_at is null and i.revoked_at is null and i.email <> ''
        and i.expires_at > $2::timestamptz)
    union all
    (select 'application', a.id, null, null, null, a.organization, a.bounced_at, a.bounce_status from application a
      where a.network_id = $1::uuid and a.bounced_at is not null and a.submitted_at is not null and a.email <> '')
    union all
    (select 'actor', t.id, t.organization_id, null, o.name, null, t.bounced_at, t.bounce_status
      from actor t join organization o on o.network_id = $1::uuid and o.id = t.organization_id
      where t.network_id = $1::uuid and t.bounced_at is not null and t.contact is not null and t.state = 'invited' and t.invited_hash = ${hashed})
    union all
    (select 'inquiry', c.id, null, null, null, null, c.bounced_at, c.bounce_status from correspondent c
      where c.network_id = $1::uuid and c.bounced_at is not null and c.confirmed_at is not null)) found
    order by since desc, id limit $3`,
  sample: (networkId) => [networkId, new Date(0), 100],
});
