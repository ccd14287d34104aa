import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Whoever asks for the same name waits until this transaction has ended, so that two cannot both find something missing and make it. */
export async function oneAtATime(em: SqlEntityManager, ...name: readonly (string | null)[]): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [JSON.stringify(name)]);
}
