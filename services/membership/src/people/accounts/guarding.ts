import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { secondFactorRoles } from '@alianza/contracts/access';
import { operatorOf, type Operator } from '../../config.js';
import { Account } from '../account.entity.js';
import { lookInto, membershipsByNetwork } from '../memberships.queries.js';
import { PersonNetwork } from '../person-network.entity.js';

export interface Guarding {
  /** They are asked for a second factor, wherever. */
  readonly asked: boolean;
  /** They are something here, and nothing elsewhere that a weaker sign-in would open: a lead of this network may help. */
  readonly ofThisNetworkAlone: boolean;
}

/** What the second factor of somebody guards. */
export async function guardingOf(
  em: SqlEntityManager,
  personId: string,
  { here, operators }: { readonly here: string; readonly operators: readonly Operator[] },
): Promise<Guarding> {
  const accounts = await em.find(Account, { personId });
  const operates = accounts.some((account) => operatorOf(operators, account) !== undefined);
  const networks = (await em.find(PersonNetwork, { personId })).map(({ networkId }) => networkId);
  const held = await membershipsByNetwork(em, personId, networks);
  await lookInto(em, here);
  const guarded = networks.filter((networkId) => held.get(networkId)?.some(({ role }) => secondFactorRoles.includes(role)));
  const ofThisNetworkAlone = !operates && guarded.every((networkId) => networkId === here) && (held.get(here) ?? []).length > 0;
  return { asked: operates || guarded.length > 0, ofThisNetworkAlone };
}
