import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import { lookInto } from '../../people/memberships.queries.js';

const titularships = defineQuery({
  name: 'erasures_titularships',
  scope: 'tenant',
  text: `select o.id, o.name from role r join organization o on o.network_id = $1 and o.id = r.organization_id
    where r.network_id = $1 and r.person_id = $2 and r.role = 'titular' and r.until is null and o.status = 'active' order by o.id limit 1`,
  sample: (networkId) => [networkId, nowhere],
});

export interface Titularship {
  readonly networkId: string;
  readonly organization: { readonly id: string; readonly name: Localized };
}

/** An organisation that takes part and would be left without its titular: of one that is suspended nothing can be handed over. Looks into one network after another. */
export async function titularshipIn(em: SqlEntityManager, personId: string, networks: readonly string[]): Promise<Titularship | null> {
  for (const networkId of networks) {
    await lookInto(em, networkId);
    const [organization] = await queryRows<Titularship['organization']>(em, titularships, [networkId, personId]);
    if (organization) return { networkId, organization };
  }
  return null;
}
