import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { checkReviewer } from '@alianza/contracts/membership/reviewers';
import { guestDismissed } from '@alianza/contracts/repository/review/guests';
import { reviewAssigned } from '@alianza/contracts/repository/reviews';
import type { Origin } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { Practice } from '../practices/practice.entity.js';
import { titledStateOf } from '../practices/practice.views.js';
import { guestAlone } from '../reviews/guest-alone.queries.js';
import { Guest } from '../reviews/guest.entity.js';
import { TasksService } from '../tasks/tasks.service.js';

type Here = Origin & { readonly networkId: string };

/** Gives back to the queue what somebody had taken who may not review any more. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly operations: OperationsClient,
    private readonly holdings: TaskHoldings,
    private readonly tasks: TasksService,
  ) {}

  async release(personId: string, here: Here): Promise<void> {
    const { networkId } = here;
    await guestAlone(this.em, { networkId, personId });
    const taken = await this.em.find(Practice, { networkId, assignedTo: personId, status: 'submitted' });
    const guests = await this.em.find(Guest, { networkId, personId, endedAt: null });
    await this.tasks.alone({ networkId, personId });
    const hasTasks = await this.holdings.hasAny({ networkId, personId });
    if (taken.length + guests.length === 0 && !hasTasks) return;
    const { reviews, comments, verifies } = await this.operations.ask(checkReviewer, { personId }, networkId);
    if (!reviews) await this.giveBack(taken, here);
    if (!comments) await this.dismiss(guests, here);
    if (!verifies) await this.tasks.release(personId, here);
  }

  private async giveBack(practices: readonly Practice[], here: Here): Promise<void> {
    const now = await this.clock.now(this.em);
    for (const practice of practices) practice.assign(null, now);
    await this.em.flush();
    for (const practice of practices) {
      const data = { ...titledStateOf(practice), personId: null };
      record(this.em, here, reviewAssigned, { aggregateId: practice.id, aggregateVersion: practice.version, data });
    }
  }

  private async dismiss(guests: readonly Guest[], here: Here): Promise<void> {
    const now = await this.clock.now(this.em);
    for (const guest of guests) guest.end(now);
    await this.em.flush();
    for (const { id, version, practiceId, personId, networkId } of guests) {
      const practice = await this.em.findOneOrFail(Practice, { networkId, id: practiceId });
      record(this.em, here, guestDismissed, {
        aggregateId: id,
        aggregateVersion: version,
        data: { ...titledStateOf(practice), practiceId, personId },
      });
    }
  }
}
