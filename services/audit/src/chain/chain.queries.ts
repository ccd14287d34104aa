import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '@alianza/contracts/event';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import type { Link } from './link.js';

export interface Head {
  position: number;
  hash: string;
}

const begin = 'insert into chain (network_id, position, hash) values (?, 0, ?) on conflict do nothing';
const lock = 'select position, hash from chain where network_id = ? for update';

/** The end of a network's chain, locked until the transaction ends: one writer at a time decides the order. */
export async function lockHead(em: SqlEntityManager, networkId: string, beginning: string): Promise<Head> {
  const [head] = await em.execute<{ position: string; hash: string }[]>(lock, [networkId]);
  if (head) return { position: Number(head.position), hash: head.hash };
  await em.execute(begin, [networkId, beginning]);
  return lockHead(em, networkId, beginning);
}

export async function listChains(em: SqlEntityManager): Promise<(Head & { networkId: string })[]> {
  const rows = await em.execute<{ networkId: string; position: string; hash: string }[]>(
    'select network_id as "networkId", position, hash from chain order by network_id',
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

const entryColumns = [
  'network_id',
  'position',
  'recorded_at',
  'event_id',
  'subject',
  'aggregate_id',
  'aggregate_version',
  'occurred_at',
  'actor',
  'cause',
  'data',
  'free_text_digest',
  'hash',
];
const oneEntry = `(${entryColumns.map(() => '?').join(', ')})`;

/** Appends them to their network's chain, which ends with the last of them now. */
export async function extendChain(em: SqlEntityManager, links: readonly (Link & { hash: string })[]): Promise<void> {
  const values = links.flatMap((link) => [
    link.networkId,
    link.position,
    link.recordedAt,
    link.eventId,
    link.subject,
    link.aggregateId,
    link.aggregateVersion,
    link.occurredAt,
    JSON.stringify(link.actor),
    link.cause,
    JSON.stringify(link.data),
    link.freeTextDigest,
    link.hash,
  ]);
  const head = links.at(-1);
  await em.execute(
    `with added as (insert into entry (${entryColumns.join(', ')}) values ${links.map(() => oneEntry).join(', ')})
    update chain set position = ?, hash = ? where network_id = ?`,
    [...values, head?.position, head?.hash, head?.networkId],
  );
}

export async function insertFreeText(
  em: SqlEntityManager,
  networkId: string,
  text: { position: number; salt: string; text: object },
): Promise<void> {
  await em.execute('insert into free_text (network_id, position, salt, text) values (?, ?, ?, ?)', [
    networkId,
    text.position,
    text.salt,
    JSON.stringify(text.text),
  ]);
}

export interface EntryRow {
  position: string;
  recordedAt: string;
  eventId: string;
  subject: string;
  aggregateId: string;
  aggregateVersion: number;
  occurredAt: string;
  actor: Actor;
  cause: string;
  data: Record<string, unknown>;
  freeTextDigest: string | null;
  hash: string;
  salt: string | null;
  text: Record<string, unknown> | null;
}

const columns = `e.position, e.recorded_at as "recordedAt", e.event_id as "eventId", e.subject, e.aggregate_id as "aggregateId",
  e.aggregate_version as "aggregateVersion", e.occurred_at as "occurredAt", e.actor, e.cause, e.data, e.free_text_digest as "freeTextDigest", e.hash, f.salt, f.text`;
const joined = `from entry e left join free_text f on f.network_id = e.network_id and f.position = e.position`;

const newestFirst = defineQuery({
  name: 'audit_newest_first',
  scope: 'tenant',
  text: `select ${columns} ${joined} where e.network_id = $1 and e.position < $2 order by e.position desc limit $3`,
  sample: (networkId) => [networkId, 1_000_000, 21],
});

const ofAggregate = defineQuery({
  name: 'audit_of_aggregate',
  scope: 'tenant',
  text: `select ${columns} ${joined} where e.network_id = $1 and e.aggregate_id = $4 and e.position < $2 order by e.position desc limit $3`,
  sample: (networkId) => [networkId, 1_000_000, 21, '01890000-0000-7000-8000-000000000000'],
});

const inOrder = defineQuery({
  name: 'audit_in_order',
  scope: 'tenant',
  text: `select ${columns} ${joined} where e.network_id = $1 and e.position > $2 order by e.position limit $3`,
  sample: (networkId) => [networkId, 0, 500],
});

export interface EntriesWanted {
  before: number;
  limit: number;
  aggregateId?: string | undefined;
}

export const readNewest = (em: SqlEntityManager, networkId: string, { before, limit, aggregateId }: EntriesWanted): Promise<EntryRow[]> =>
  aggregateId === undefined
    ? queryRows<EntryRow>(em, newestFirst, [networkId, before, limit])
    : queryRows<EntryRow>(em, ofAggregate, [networkId, before, limit, aggregateId]);

export const readInOrder = (em: SqlEntityManager, networkId: string, after: number, limit: number): Promise<EntryRow[]> =>
  queryRows<EntryRow>(em, inOrder, [networkId, after, limit]);
