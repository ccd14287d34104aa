import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery } from '@alianza/platform/data/queries';

/** Who has notices of before an instant that wait for a summary. */
export const waitingPeople = defineQuery({
  name: 'people_awaiting_digest',
  scope: 'tenant',
  text: 'select distinct person_id as "personId" from notice where network_id = $1 and awaits_digest and at < $2::timestamptz order by person_id',
  sample: (networkId) => [networkId, '2026-01-15T13:00:00Z'],
});

/** Whoever makes a summary for the same person waits until this transaction has ended. */
export async function oneDigestAtATime(em: SqlEntityManager, networkId: string, personId: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`digest ${networkId} ${personId}`]);
}
