import type { Role } from '@alianza/contracts/access';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { NetworkReads } from '@alianza/platform/data/reads/network-reads';
import { defineQuery } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
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
  scope: 'networkless',
  text: 'select * from standings($1::uuid[], $2::text[], $3::text[])',
  sample: (networkId) => [[networkId], ['https://example.org/realms/alianza'], ['nobody']],
});

interface Asked extends AccountKey {
  readonly networkId: string | null;
}

/** Each account with what it is in its network: one statement for all. */
export async function readStandings<Account extends Asked>(
  reads: NetworkReads,
  asked: readonly Account[],
): Promise<Map<Account, StandingRow[]>> {
  const values = [
    asked.map(({ networkId }) => networkId ?? nowhere),
    asked.map(({ issuer }) => issuer),
    asked.map(({ subject }) => subject),
  ];
  const rows = await reads.rows<StandingRow & { n: string }>(null, standings, values);
  const rowsOf = Map.groupBy(rows, ({ n }) => Number(n));
  return new Map(asked.map((account, index) => [account, rowsOf.get(index + 1) ?? []]));
}
