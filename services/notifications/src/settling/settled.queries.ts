import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { Notice } from '../notices/notice.entity.js';
import { Settled } from './settled.entity.js';
import type { Done } from './settling.js';

/** Whoever settles a task waits for who tells of it, and the other way round: neither misses what the other does. In one order. */
async function alone(em: SqlEntityManager, networkId: string, done: readonly Done[]): Promise<void> {
  const names = done.map(({ rule, key }) => JSON.stringify(['settled', networkId, rule, key])).sort();
  for (const name of names) await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}

const keep = `insert into settled (network_id, rule, key, event_id, at) values (?, ?, ?, ?, ?)
  on conflict (network_id, rule, key) do update set event_id = excluded.event_id, at = excluded.at where settled.at < excluded.at`;

/** Ends what was told of it until then, and keeps that it is done for what is still to be told. */
export async function settleAll(em: SqlEntityManager, { id, occurredAt }: Event, networkId: string, done: readonly Done[]): Promise<void> {
  await alone(em, networkId, done);
  const at = new Date(occurredAt);
  for (const { rule, key } of done) {
    await em.execute(keep, [networkId, rule, key, id, at]);
    const told = { networkId, rule, readAt: null, at: { $lte: at }, $or: [{ path: key }, { thing: key }] };
    await em.nativeUpdate(Notice, told, { readAt: at, awaitsDigest: false });
  }
}

interface Told {
  readonly networkId: string;
  readonly rule: string;
  readonly keys: readonly string[];
  readonly eventId: string;
  readonly at: Date;
}

/** Whether a task was done after the fact that asked for it. */
export async function isSettled(em: SqlEntityManager, { networkId, rule, keys, eventId, at }: Told): Promise<boolean> {
  await alone(
    em,
    networkId,
    keys.map((key) => ({ rule, key })),
  );
  const later = { networkId, rule, key: { $in: [...keys] }, eventId: { $ne: eventId }, at: { $gte: at } };
  return (await em.count(Settled, later)) > 0;
}
