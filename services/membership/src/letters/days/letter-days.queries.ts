import { LockMode, type SqlEntityManager } from '@mikro-orm/postgresql';
import { Network } from '../../networks/network.entity.js';

/** A network's zone, which nobody changes until this transaction has ended; asked before anything else is locked. */
export async function steadyZone(em: SqlEntityManager, id: string): Promise<string> {
  const { zone } = await em.findOneOrFail(Network, { id }, { lockMode: LockMode.PESSIMISTIC_READ, refresh: true });
  return zone;
}

const moveLetters = `update letter set ends_at = (valid_until + 1)::timestamp at time zone ? where network_id = ? and status <> 'closed'`;
const moveRoles = `update role set letter_valid_until = l.ends_at from letter l where role.network_id = ? and role.until is null
  and l.network_id = role.network_id and l.role_id = role.id and l.status = 'accredited'`;

/** The last day of each letter ends where the network is from now on. */
export async function moveEnds(em: SqlEntityManager, { id, zone }: Pick<Network, 'id' | 'zone'>): Promise<void> {
  await em.execute(moveLetters, [zone, id]);
  await em.execute(moveRoles, [id]);
}
