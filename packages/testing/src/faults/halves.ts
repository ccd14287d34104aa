import type { ServiceName } from '@alianza/contracts/access';
import { eventually } from '../eventually.js';
import type { Processes } from './processes.js';

/** What one command leaves behind, wherever it is looked for. */
const traces = `
  select 'answer' as kept, body::jsonb->>'id' as id, (body::jsonb->>'version')::int as version
    from idempotency where scope like $1::text || ' %' and body is not null
  union all
  select 'fact', event->>'aggregateId', (event->>'aggregateVersion')::int from outbox where event->>'networkId' = $1
  union all
  select 'record', id::text, version from practice where network_id = $1::uuid`;

interface Trace {
  kept: 'answer' | 'fact' | 'record';
  id: string;
  version: number;
}

/**
 * Writes on practices that are there in part: each version has its answer under a key and its fact, and the record stands at the last. All of
 * them must have been sent with keys.
 */
export async function halfWrites(world: Processes, networkId: string): Promise<string[]> {
  const rows = await world.rows<Trace>('repository', traces, [networkId]);
  const named = (kept: Trace['kept']) =>
    new Set(rows.filter((row) => row.kept === kept).map(({ id, version }) => `${id} ${String(version)}`));
  const [answers, facts, records] = [named('answer'), named('fact'), named('record')];
  return [
    ...[...answers].filter((write) => !facts.has(write)).map((write) => `answer without fact: ${write}`),
    ...[...facts].filter((write) => !answers.has(write)).map((write) => `fact without answer: ${write}`),
    ...[...records].filter((write) => !facts.has(write)).map((write) => `record without fact: ${write}`),
    ...(await withoutRecord(world, networkId)),
  ];
}

/** Facts of a version that the record never reached. */
async function withoutRecord(world: Processes, networkId: string): Promise<string[]> {
  const rows = await world.rows<{ id: string }>(
    'repository',
    `select event->>'aggregateId' as id from outbox left join practice on practice.id::text = event->>'aggregateId'
      where event->>'networkId' = $1 and coalesce(practice.version, 0) < (event->>'aggregateVersion')::int`,
    [networkId],
  );
  return rows.map(({ id }) => `fact without record: ${id}`);
}

/** Until the database has noticed that the killed processes are gone, and has taken back what they had begun. */
export async function untilForgotten(world: Processes, service: ServiceName): Promise<void> {
  await eventually(async () => {
    const left = await world.rows(
      service,
      `select from pg_stat_activity where datname = $1 and usename = $1 and backend_type = 'client backend'`,
      [`alianza_${service}`],
    );
    return left.length === 0;
  }, 15_000);
}
