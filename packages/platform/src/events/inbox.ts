import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { noteNow } from '../data/dialect.js';
import { prepared } from '../data/prepared.js';
import { inNetwork } from '../data/tenancy.js';
import { skipping } from '../observe/deliveries.js';
import type { Delivery } from './delivery.js';
import { hasRecorded } from './record.js';
import { Relay } from './relay.js';

const note = `insert into inbox (consumer, event_id) select $1, id::uuid from json_array_elements_text($2::json) as event (id)
  on conflict do nothing returning event_id as id, now() as now`;

/** Notes in the transaction at hand that `consumer` has done these events; answers those that it had not done before, once each, in their order. */
export async function firstTimes<E extends Pick<Event, 'id'>>(em: SqlEntityManager, consumer: string, events: readonly E[]): Promise<E[]> {
  const noted = await prepared<{ id: string; now: string }>(em, note, [consumer, JSON.stringify(events.map(({ id }) => id))]);
  noteNow(noted[0]?.now);
  const fresh = new Set(noted.map(({ id }) => id));
  const first = events.filter(({ id }) => fresh.delete(id));
  for (let again = events.length - first.length; again > 0; again--) skipping.getStore()?.add();
  return first;
}

/** Runs `effect` once per consumer and event, whatever is delivered how often; both commit together. */
export function applyOnce(em: EntityManager, consumer: string, event: Event, effect: () => Promise<unknown>): Promise<boolean> {
  return inNetwork(em, { networkId: event.networkId, timeout: 20_000 }, async (tx) => {
    if ((await firstTimes(tx, consumer, [event])).length === 0) return false;
    await effect();
    await tx.flush();
    return true;
  });
}

@Injectable()
export class OnceInterceptor implements NestInterceptor {
  constructor(
    private readonly em: EntityManager,
    private readonly relay: Relay,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<boolean> {
    const rpc = context.switchToRpc();
    return from(this.apply(rpc.getContext<Delivery>().durable, rpc.getData<Event>(), next));
  }

  private async apply(consumer: string, event: Event, next: CallHandler): Promise<boolean> {
    const said = { telling: false };
    const fresh = await applyOnce(this.em, consumer, event, async () => {
      await lastValueFrom<unknown, undefined>(next.handle(), { defaultValue: undefined });
      said.telling = hasRecorded();
    });
    if (said.telling) this.relay.wake();
    return fresh;
  }
}
