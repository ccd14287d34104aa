import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '@alianza/platform/ids';
import type { Choice } from './preference.entity.js';

const begin = `insert into preference (id, network_id, person_id, task_mail, news_mail, mailings, version) values (?, ?, ?, ?, ?, ?, 1)
  on conflict (network_id, person_id) do nothing`;

/** The row of who never chose; one that is there stays as it is. */
export async function beginPreference(em: SqlEntityManager, choice: Choice & { networkId: string; personId: string }): Promise<void> {
  const { networkId, personId, taskMail, newsMail, mailings } = choice;
  await em.execute(begin, [newId(), networkId, personId, taskMail, newsMail, mailings]);
}
