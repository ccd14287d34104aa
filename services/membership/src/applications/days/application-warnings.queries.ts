import type { SqlEntityManager } from '@mikro-orm/postgresql';

interface Warned {
  readonly networkId: string;
  readonly ids: readonly string[];
  readonly now: Date;
}

const note = `update application set warned_at = ? where network_id = ? and id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`;

/** Without a new version: whoever is about to decide it meanwhile still does. */
export async function noteWarned(em: SqlEntityManager, { networkId, ids, now }: Warned): Promise<void> {
  if (ids.length > 0) await em.execute(note, [now, networkId, JSON.stringify(ids)]);
}
