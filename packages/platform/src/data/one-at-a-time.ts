import type { SqlEntityManager } from '@mikro-orm/postgresql';

/**
 * Whoever asks for the same name waits until the transaction at hand has ended, so that two cannot both find something missing and make it, or free and
 * take it. Asking again within the transaction waits for nobody. Who asks for several names asks for them in one order everywhere, or two wait for
 * each other until PostgreSQL ends one of them.
 */
export async function oneAtATime(em: SqlEntityManager, ...name: readonly (string | null)[]): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [JSON.stringify(name)]);
}
