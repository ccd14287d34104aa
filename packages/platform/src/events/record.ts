import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import type { z } from 'zod';
import type { Origin } from '../calls/call.js';
import { opening } from '../data/dialect.js';
import { prepared } from '../data/prepared.js';
import { newId } from '../ids.js';
import { current } from '../observe/tracing.js';

export interface Fact<D extends z.ZodType> {
  aggregateId: string;
  aggregateVersion: number;
  data: z.input<D>;
}

const tell = 'insert into outbox (event, traceparent) values ($1::jsonb, $2)';
const tellAll = `insert into outbox (event, traceparent)
  select event, $1::text from jsonb_array_elements($2::jsonb) with ordinality as told (event, place) order by place`;

/**
 * Tells a fact when, and only when, the surrounding transaction commits; it is one of `inNetwork`, which waits for it. `data` is reduced to
 * what the event's schema names. One transaction records at most one event per aggregate. Returns the event's id.
 */
export function record<D extends z.ZodType>(em: SqlEntityManager, origin: Origin, type: EventType<D>, fact: Fact<D>): string {
  const event = eventOf(origin, type, fact);
  waitFor(() => prepared(em, tell, [JSON.stringify(event), current.getStore()?.traceparent ?? null]));
  return event.id;
}

/** The same of many aggregates at once, in one statement: each has an event of its own. */
export function recordAll<D extends z.ZodType>(em: SqlEntityManager, origin: Origin, type: EventType<D>, facts: readonly Fact<D>[]): void {
  if (facts.length === 0) return;
  const events = facts.map((fact) => eventOf(origin, type, fact));
  waitFor(() => prepared(em, tellAll, [current.getStore()?.traceparent ?? null, JSON.stringify(events)]));
}

function eventOf<D extends z.ZodType>({ networkId, actor, cause }: Origin, { subject, data }: EventType<D>, fact: Fact<D>) {
  return { id: newId(), subject, networkId, actor, cause, ...fact, data: data.parse(fact.data) };
}

/** The transaction at hand waits for it before it commits, and fails with it. */
function waitFor(tellThem: () => Promise<unknown>): void {
  const transaction = opening.getStore();
  if (!transaction) throw new Error('a fact is told in a transaction of inNetwork');
  const told = tellThem();
  told.catch(() => undefined); // heard before the commit
  transaction.told.push(told);
}

/** Whether the transaction at hand has recorded anything yet: only then is there a reason to wake the relay once it has committed. */
export const hasRecorded = (): boolean => (opening.getStore()?.told.length ?? 0) > 0;
