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

const standing = defineQuery({
  name: 'principals_standing',
  scope: 'tenant',
  text: `select p.id, p.language, p.disabled_at is not null as disabled, r.role, r.organization_id as "organizationId",
      r.letter_valid_until as "letterValidUntil", o.status
    from account a join person p on p.id = a.person_id
    left join role r on r.network_id = $1::uuid and r.person_id = p.id and r.until is null
    left join organization o on o.network_id = $1::uuid and o.id = r.organization_id
    where a.issuer = $2 and a.subject = $3 order by r.since, r.id`,
  sample: (networkId) => [networkId, 'https://example.org/realms/alianza', 'nobody'],
});

export const readStanding = (reads: NetworkReads, networkId: string | null, { issuer, subject }: AccountKey): Promise<StandingRow[]> =>
  reads.rows<StandingRow>(networkId, standing, [networkId, issuer, subject]);
