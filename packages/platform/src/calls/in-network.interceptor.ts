import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { DeadlockException, EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { inNetwork } from '../data/tenancy.js';
import { hasRecorded } from '../events/record.js';
import { Relay } from '../events/relay.js';
import { answerOf, type Answer } from '../nats/wire.js';
import type { Call } from './call.js';
import { onceForKey } from './idempotency.js';

/** What was undone because another was faster, with nothing told: done anew it meets what the other left, and says so in its own words. */
const isRace = (error: unknown): boolean => error instanceof UniqueConstraintViolationException || error instanceof DeadlockException;

async function twiceInRaces<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isRace(error)) throw error;
    return work();
  }
}

/** The handler runs in one transaction that sees the caller's network and ends with the caller's patience. */
@Injectable()
export class InNetworkInterceptor implements NestInterceptor<unknown, Answer> {
  constructor(
    private readonly em: EntityManager,
    private readonly relay: Relay,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<Answer> {
    const rpc = context.switchToRpc();
    return from(this.run(rpc.getContext<Call>(), rpc.getData<Uint8Array>(), next));
  }

  private async run(call: Call, bytes: Uint8Array, next: CallHandler): Promise<Answer> {
    const { operation, request, networkId } = call;
    if (operation.edits && request.version === null) throw new DomainError(generalErrors['version-required']);
    const readOnly = operation.method === 'GET';
    const scope = { networkId, timeout: request.left, readOnly };
    const work = async () => answerOf(operation, await lastValueFrom<unknown, undefined>(next.handle(), { defaultValue: undefined }));
    if (readOnly) return inNetwork(this.em, scope, work);
    const write = () =>
      inNetwork(this.em, scope, async (em) => {
        const kept = await onceForKey(em, call, bytes, work);
        await em.flush();
        return [kept, hasRecorded()] as const;
      });
    const [answer, telling] = await twiceInRaces(write);
    if (telling) this.relay.wake();
    return answer;
  }
}
