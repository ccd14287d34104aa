import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { allNames, plain } from '../names.js';
import type { FormerName } from '../organization.entity.js';

const former = defineQuery({
  name: 'organizations_former_names',
  scope: 'tenant',
  text: `select o.id, o.former_names as "formerNames" from organization o where o.network_id = $1 and o.former_names is not null`,
  sample: (networkId) => [networkId],
});

/** Who was called so, by plain name, where that is one organisation alone. Whole, because names are compared here and not there: few were ever renamed. */
export async function formerlyCalled(em: SqlEntityManager, networkId: string, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const holders = new Map<string, Set<string>>();
  for (const { id, formerNames } of await queryRows<{ id: string; formerNames: FormerName[] }>(em, former, [networkId]))
    for (const name of formerNames.flatMap(allNames).map(plain)) holders.set(name, (holders.get(name) ?? new Set()).add(id));
  const alone = (name: string) => (holders.get(name)?.size === 1 ? [...(holders.get(name) ?? [])] : []);
  return new Map(names.flatMap((name) => alone(name).map((id) => [name, id] as const)));
}
