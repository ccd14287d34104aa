import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Network } from './network.entity.js';

export async function networkIds(em: SqlEntityManager): Promise<string[]> {
  const networks = await inNetwork(em, { networkId: null, readOnly: true }, (within) => within.find(Network, {}, { fields: ['id'] }));
  return networks.map(({ id }) => id);
}

/** One network after the other, each in a transaction of its own. */
export async function inEachNetwork(em: SqlEntityManager, work: (networkId: string) => Promise<void>): Promise<void> {
  for (const networkId of await networkIds(em)) await inNetwork(em, { networkId }, () => work(networkId));
}
