import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '@alianza/platform/ids';
import type { Subscription } from './subscription.entity.js';

const keep = `insert into subscription (id, network_id, hash, person_id, kind) values (?, ?, ?, ?, ?)
  on conflict (network_id, hash) do nothing`;

/** Once for all mails that carry the same link. */
export async function keepSubscription(
  em: SqlEntityManager,
  { networkId, hash, personId, kind }: Pick<Subscription, 'networkId' | 'hash' | 'personId' | 'kind'>,
): Promise<void> {
  await em.execute(keep, [newId(), networkId, hash, personId, kind]);
}
