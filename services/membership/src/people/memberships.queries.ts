import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Role } from '@alianza/contracts/access';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';

export interface Membership {
  role: Role;
  organizationId: string | null;
  name: Localized | null;
  status: OrganizationStatus | null;
}

const ofPerson = defineQuery({
  name: 'memberships_of_person',
  scope: 'tenant',
  text: `select r.role, r.organization_id as "organizationId", o.name, o.status
    from role r left join organization o on o.network_id = $1 and o.id = r.organization_id
    where r.network_id = $1 and r.person_id = $2 and r.until is null and o.status is distinct from 'withdrawn' order by r.since, r.id`,
  sample: (networkId) => [networkId, nowhere],
});

/** From here on the transaction sees another network. */
export const lookInto = (em: SqlEntityManager, networkId: string) => em.execute(`select set_config('app.network', ?, true)`, [networkId]);

/**
 * What a person is in each of their networks. A request of no network looks into one after another within its own transaction,
 * on its one connection: a transaction of its own for each would wait for connections that others like it hold.
 */
export async function membershipsByNetwork(
  em: SqlEntityManager,
  personId: string,
  networkIds: readonly string[],
): Promise<Map<string, Membership[]>> {
  const found = new Map<string, Membership[]>();
  for (const networkId of networkIds) {
    await lookInto(em, networkId);
    found.set(networkId, await queryRows<Membership>(em, ofPerson, [networkId, personId]));
  }
  await lookInto(em, nowhere);
  return found;
}
