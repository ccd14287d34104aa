import type { ServiceName } from '@alianza/contracts/access';
import { jetstreamManager } from '@nats-io/jetstream';
import { eventually } from '../eventually.js';
import type { Processes } from './processes.js';

/** Services that have facts to tell, each in the stream of its name. */
const tellers: readonly ServiceName[] = ['membership', 'repository', 'notifications'];

/** Resolves once everything told was heard and every job is done; says what still waits when it takes longer than that. */
export async function untilSettled(world: Processes, within = 90_000): Promise<void> {
  let waiting: string[] = [];
  const settled = async () => (waiting = await stillWaiting(world)).length === 0;
  await eventually(settled, within).catch((error: unknown) => {
    throw new Error(`not settled: ${waiting.join('; ')}`, { cause: error });
  });
}

async function stillWaiting(world: Processes): Promise<string[]> {
  return [...(await untold(world)), ...(await unheard(world)), ...(await undone(world))];
}

async function untold(world: Processes): Promise<string[]> {
  const counts = tellers.map(async (service) => {
    const [row] = await world.rows<{ count: number }>(service, 'select count(*)::int as count from outbox where published_at is null');
    return row && row.count > 0 ? [`${String(row.count)} facts of ${service}`] : [];
  });
  return (await Promise.all(counts)).flat();
}

async function unheard(world: Processes): Promise<string[]> {
  const manager = await jetstreamManager(world.nats);
  const found: string[] = [];
  for (const stream of tellers)
    for await (const { name, num_pending: pending, num_ack_pending: open } of manager.consumers.list(stream))
      if (pending > 0 || open > 0) found.push(`${String(pending)} deliveries to ${name}, ${String(open)} not acknowledged`);
  return found;
}

async function undone(world: Processes): Promise<string[]> {
  const rows = await world.rows<{ words: string }>(
    'notifications',
    `select count(*) || ' jobs ' || name || ' ' || state || coalesce(': ' || left(min(output::text), 200), '') as words from pgboss.job
      where name in ('notices', 'mails') and state < 'completed' group by name, state`,
  );
  return rows.map(({ words }) => words);
}
