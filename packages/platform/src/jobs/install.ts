import { PgBoss } from 'pg-boss';

export const housekeeping = 'housekeeping';

/** With pauses that double up to ten minutes, these tries last about a day: longer than a mail server or a neighbour stays away. */
const retries = { retryLimit: 150, retryBackoff: true, retryDelay: 1, retryDelayMax: 600 };
/** A job whose process died is taken up again once it gave no sign of life for so long; without it, after the quarter of an hour that a job may take. */
const signs = { heartbeatSeconds: 20 };

/** Owner's step, like a migration: the service role makes neither tables nor queues. `exclusive`: one job per key while it waits or runs. */
export async function installJobs(ownerUrl: string, serviceRole: string, queues: readonly string[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  await boss.start();
  for (const queue of [housekeeping, ...queues]) {
    await boss.createQueue(queue, { policy: 'exclusive', ...retries, ...signs });
    await boss.updateQueue(queue, { ...retries, ...signs }); // one made by an earlier version
  }
  await boss.getDb().executeSql(`
    grant usage on schema pgboss to ${serviceRole};
    grant select, insert, update, delete on all tables in schema pgboss to ${serviceRole};
    grant execute on all functions in schema pgboss to ${serviceRole}`);
  await boss.stop({ graceful: false });
}
