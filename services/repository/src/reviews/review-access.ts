import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { Call } from '@alianza/platform/calls/call';
import { Practice } from '../practices/practice.entity.js';
import { PracticeNotFoundError } from '../practices/practices.errors.js';
import { reviewsHere, wasHandedIn } from '../practices/practices.policy.js';
import { Guest } from './guest.entity.js';

/** Which practices somebody may look at as a reviewer: who reviews all that were handed in, a guest those they were invited to. */
@Injectable()
export class ReviewAccess {
  constructor(private readonly em: EntityManager) {}

  load(id: string, call: Call): Promise<Practice> {
    return this.find(id, call, LockMode.NONE);
  }

  /** As it stays until this transaction has ended: whoever decides on it, or says who reads along, waits. */
  loadAlone(id: string, call: Call): Promise<Practice> {
    return this.find(id, call, LockMode.PESSIMISTIC_WRITE);
  }

  private async find(id: string, call: Call, lockMode: LockMode): Promise<Practice> {
    const practice = await this.em.findOne(Practice, { id, networkId: call.network }, { lockMode });
    if (!practice || !wasHandedIn(practice)) throw new PracticeNotFoundError();
    if (!reviewsHere(call.principal) && !(await this.isGuest(id, call))) throw new PracticeNotFoundError();
    return practice;
  }

  private async isGuest(practiceId: string, { network: networkId, personId }: Call): Promise<boolean> {
    return (await this.em.count(Guest, { networkId, practiceId, personId, endedAt: null })) > 0;
  }
}
