import type { Role } from '@alianza/contracts/access';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { NetworkReads } from '@alianza/platform/data/reads/network-reads';
import { defineQuery } from '@alianza/platform/data/queries';
import type { AccountKey } from '../people/registration.service.js';

/** A person, once for each role held in the network; once without a role where there is none. */
export interface StandingRow {
  id: string;
  language: PortalLanguage;
  disabled: boolean;
  role: Role | null;
  organizationId: string | null;
  letterValidUntil: string | null;
  status: OrganizationStatus | null;
}

const standings = defineQuery({
  name: 'principals_standings',
  scope: 'tenant',
  text: `select asked.n::int as n, p.id, p.language, p.disabled_at is not null as disabled, r.role, r.organization_id as "organizationId",
      r.letter_valid_until as "letterValidUntil", o.status
    from unnest($2::text[], $3::text[]) with ordinality as asked (issuer, subject, n)
    join account a on a.issuer = asked.issuer and a.subject = asked.subject
    join person p on p.id = a.person_id
    left join role r on r.network_id = $1::uuid and r.person_id = p.id and r.until is null
    left join organization o on o.network_id = $1::uuid and o.id = r.organization_id
    order by asked.n, r.since, r.id`,
  sample: (networkId) => [networkId, ['https://example.org/realms/alianza'], ['nobody']],
});

/** Each account with what it is in the network. */
export async function readStandings<Account extends AccountKey>(
  reads: NetworkReads,
  networkId: string | null,
  accounts: readonly Account[],
): Promise<(readonly [Account, StandingRow[]])[]> {
  const [issuers, subjects] = [accounts.map(({ issuer }) => issuer), accounts.map(({ subject }) => subject)];
  const rows = await reads.rows<StandingRow & { n: number }>(networkId, standings, [networkId, issuers, subjects]);
  const rowsOf = Map.groupBy(rows, ({ n }) => n);
  return accounts.map((account, index) => [account, rowsOf.get(index + 1) ?? []] as const);
}
