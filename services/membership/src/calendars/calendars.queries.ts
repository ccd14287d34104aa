import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Another list of days holds from now on. The settings of the network stay in the version that they are in. */
export async function raiseRevision(em: SqlEntityManager, networkId: string): Promise<number> {
  const [row] = await em.execute<{ revision: number }[]>(
    'update network set calendar_revision = calendar_revision + 1 where id = ? returning calendar_revision as revision',
    [networkId],
  );
  if (!row) throw new Error('the network of this request is there');
  return row.revision;
}
