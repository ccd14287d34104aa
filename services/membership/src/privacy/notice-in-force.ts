import type { EntityManager } from '@mikro-orm/postgresql';
import { keptStatement, versionInForce } from '@alianza/contracts/privacy/editions';
import { Network } from '../networks/network.entity.js';

/** The version of a network's privacy notice that holds now. */
export async function noticeInForce(em: EntityManager, networkId: string): Promise<number> {
  const { statements } = await em.findOneOrFail(Network, { id: networkId }, { refresh: true });
  return versionInForce('privacy', keptStatement(statements, 'privacy')).version;
}
