import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import type { z } from 'zod';
import type { Origin } from '../calls/call.js';
import { opening } from '../data/dialect.js';
import { newId } from '../ids.js';
import { current } from '../observe/tracing.js';

export interface Fact<D extends z.ZodType> {
  aggregateId: string;
  aggregateVersion: number;
  data: z.input<D>;
}

const tell = 'insert into outbox (event, traceparent) values (?, ?)';

/**
 * Tells a fact when, and only when, the surrounding transaction commits; it is one of `inNetwork`, which waits for it. `data` is reduced to
 * what the event's schema names. One transaction records at most one event per aggregate. Returns the event's id.
 */
export function record<D extends z.ZodType>(em: SqlEntityManager, origin: Origin, type: EventType<D>, fact: Fact<D>): string {
  const transaction = opening.getStore();
  if (!transaction) throw new Error('a fact is told in a transaction of inNetwork');
  const { networkId, actor, cause } = origin;
  const id = newId();
  const event = { id, subject: type.subject, networkId, actor, cause, ...fact, data: type.data.parse(fact.data) };
  const told = em.execute(tell, [JSON.stringify(event), current.getStore()?.traceparent ?? null]);
  told.catch(() => undefined); // heard before the commit
  transaction.told.push(told);
  return id;
}

/** Whether the transaction at hand has recorded anything yet: only then is there a reason to wake the relay once it has committed. */
export const hasRecorded = (): boolean => (opening.getStore()?.told.length ?? 0) > 0;
