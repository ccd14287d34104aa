import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { EntityManager, type SqlEntityManager } from '@mikro-orm/postgresql';
import type { Event } from '@alianza/contracts/event';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { inNetwork } from '../data/tenancy.js';
import { skipping } from '../observe/deliveries.js';
import type { Delivery } from './delivery.js';
import { hasRecorded } from './record.js';
import { Relay } from './relay.js';

/** Notes in the transaction at hand that `consumer` has done this event; false when it had before. */
export async function firstTime(em: SqlEntityManager, consumer: string, { id }: Pick<Event, 'id'>): Promise<boolean> {
  const fresh = await em.execute<object[]>('insert into inbox (consumer, event_id) values (?, ?) on conflict do nothing returning 1', [
    consumer,
    id,
  ]);
  if (fresh.length > 0) return true;
  skipping.getStore()?.add();
  return false;
}

/** Runs `effect` once per consumer and event, whatever is delivered how often; both commit together. */
export function applyOnce(em: EntityManager, consumer: string, event: Event, effect: () => Promise<unknown>): Promise<boolean> {
  return inNetwork(em, { networkId: event.networkId, timeout: 20_000 }, async (tx) => {
    if (!(await firstTime(tx, consumer, event))) return false;
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
