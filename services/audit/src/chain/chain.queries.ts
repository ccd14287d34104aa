import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '@alianza/contracts/event';
import { applicationForgotten } from '@alianza/contracts/membership/applications';
import { prepared } from '@alianza/platform/data/prepared';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import type { Link } from './link.js';

export interface Head {
  position: number;
  hash: string;
}

const begin = 'insert into chain (network_id, position, hash) values (?, 0, ?) on conflict do nothing';
const lock = 'select position, hash from chain where network_id = $1 for update';

/** The end of a network's chain, locked until the transaction ends: one writer at a time decides the order. */
export async function lockHead(em: SqlEntityManager, networkId: string, beginning: string): Promise<Head> {
  const [head] = await prepared<{ position: string; hash: string }>(em, lock, [networkId]);
  if (head) return { position: Number(head.position), hash: head.hash };
  await em.execute(begin, [networkId, beginning]);
  return lockHead(em, networkId, beginning);
}

/** Where a network's chain ends; null before its first entry. */
export async function findHead(em: SqlEntityManager, networkId: string): Promise<Head | null> {
  const [head] = await em.execute<{ position: string; hash: string }[]>('select position, hash from chain where network_id = ?', [
    networkId,
  ]);
  return head ? { position: Number(head.position), hash: head.hash } : null;
}

export async function listChains(em: SqlEntityManager): Promise<(Head & { networkId: string })[]> {
  const rows = await em.execute<{ networkId: string; position: string; hash: string }[]>(
    'select network_id as "networkId", position, hash from chain order by network_id',
  );
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
}

const entryColumns =
  'network_id, position, recorded_at, event_id, subject, aggregate_id, aggregate_version, occurred_at, actor, cause, data, free_text_digest, hash';
const extend = `with added as (
    insert into entry (${entryColumns}) select ${entryColumns} from jsonb_populate_recordset(null::entry, $1::jsonb))
  update chain set position = $2, hash = $3 where network_id = $4`;

/** Appends them to their network's chain, which ends with the last of them now. */
export async function extendChain(em: SqlEntityManager, links: readonly (Link & { hash: string })[]): Promise<void> {
  const entries = links.map((link) => ({
    network_id: link.networkId,
    position: link.position,
    recorded_at: link.recordedAt,
    event_id: link.eventId,
    subject: link.subject,
    aggregate_id: link.aggregateId,
    aggregate_version: link.aggregateVersion,
    occurred_at: link.occurredAt,
    actor: link.actor,
    cause: link.cause,
    data: link.data,
    free_text_digest: link.freeTextDigest,
    hash: link.hash,
  }));
  const head = links.at(-1);
  await prepared(em, extend, [JSON.stringify(entries), head?.position, head?.hash, head?.networkId]);
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

const redacting = `delete from free_text f using entry e where f.network_id = $1 and e.network_id = $1 and e.position = f.position
  and e.aggregate_id in (select value::uuid from jsonb_array_elements_text($2::jsonb))
  and exists (select from entry forgotten where forgotten.network_id = $1 and forgotten.aggregate_id = e.aggregate_id and forgotten.subject = $3)`;

/** Nobody reads any more what was said freely of those that were forgotten, also in a fact that was heard late; the chain holds without it. */
export async function redactForgotten(em: SqlEntityManager, networkId: string, applicationIds: readonly string[]): Promise<void> {
  await prepared(em, redacting, [networkId, JSON.stringify(applicationIds), applicationForgotten.subject]);
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

/** Of an entry `e` and its free text `f`. */
export const columns = `e.position, e.recorded_at as "recordedAt", e.event_id as "eventId", e.subject, e.aggregate_id as "aggregateId",
  e.aggregate_version as "aggregateVersion", e.occurred_at as "occurredAt", e.actor, e.cause, e.data, e.free_text_digest as "freeTextDigest", e.hash, f.salt, f.text`;
const joined = `from entry e left join free_text f on f.network_id = e.network_id and f.position = e.position`;

const inOrder = defineQuery({
  name: 'audit_in_order',
  scope: 'tenant',
  text: `select ${columns} ${joined} where e.network_id = $1 and e.position > $2 order by e.position limit $3`,
  sample: (networkId) => [networkId, 0, 500],
});

export const readInOrder = (em: SqlEntityManager, networkId: string, after: number, limit: number): Promise<EntryRow[]> =>
  queryRows<EntryRow>(em, inOrder, [networkId, after, limit]);
