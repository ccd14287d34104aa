import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { isAway } from './active.js';

/** An organisation that cannot answer for its records now: the secretariat does. */
export interface Away {
  readonly name: Localized;
  readonly status: OrganizationStatus;
}

const away = defineQuery({
  name: 'organization_away',
  scope: 'tenant',
  text: `select name, status from organization_copy o where network_id = $1 and id = $2 and ${isAway('o')}`,
  sample: (networkId) => [networkId, '01890000-0000-7000-8000-000000000000'],
});

interface Owned {
  readonly networkId: string;
  readonly organizationId?: string | null | undefined;
}

/** Null where the organisation answers itself, and for the network's own. */
export async function standInFor(em: SqlEntityManager, { networkId, organizationId }: Owned): Promise<Away | null> {
  if (!organizationId) return null;
  const [found] = await queryRows<Away>(em, away, [networkId, organizationId]);
  return found ?? null;
}
