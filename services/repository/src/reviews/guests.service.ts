import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { checkReviewer } from '@alianza/contracts/membership/reviewers';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import {
  guestDismissed,
  guestInvited,
  type dismissGuest,
  type inviteGuest,
  type listGuests,
} from '@alianza/contracts/repository/review/guests';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import type { Practice } from '../practices/practice.entity.js';
import { titledStateOf } from '../practices/practice.views.js';
import { PracticeNotInReviewError, ReviewerNotFoundError } from '../practices/practices.errors.js';
import { guestAlone } from './guest-alone.queries.js';
import { Guest } from './guest.entity.js';
import { ReviewAccess } from './review-access.js';

type Guests = AnswerOf<typeof listGuests>;

/** Who from outside reads along while a practice is reviewed. */
@Injectable()
export class GuestsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly operations: OperationsClient,
    private readonly access: ReviewAccess,
  ) {}

  async list({ id }: InputOf<typeof listGuests>, call: Call): Promise<Guests> {
    return this.view(await this.access.load(id, call));
  }

  /** Only somebody who comments in this network and does not decide in it. Asked of membership before the practice is held: whoever writes on it waits for nobody. */
  async invite({ id, personId }: InputOf<typeof inviteGuest>, call: Call): Promise<Guests> {
    await guestAlone(this.em, { networkId: call.network, personId });
    const { reviews, comments } = await this.operations.ask(checkReviewer, { personId }, call.network);
    const practice = await this.access.loadAlone(id, call);
    if (practice.status !== 'submitted') throw new PracticeNotInReviewError(practice.status);
    if (reviews || !comments) throw new ReviewerNotFoundError();
    const deed = { by: call.personId, at: await this.clock.now(this.em) };
    const known = await this.find(practice, personId);
    if (known && !known.return(deed)) return this.view(practice);
    const of = { id: newId(), networkId: call.network, practiceId: id, personId };
    const guest = known ?? this.em.create(Guest, { ...of, invitedBy: deed.by, invitedAt: deed.at, endedAt: null });
    return this.settle(guest, practice, guestInvited, call);
  }

  async dismiss({ id, personId }: InputOf<typeof dismissGuest>, call: Call): Promise<Guests> {
    const practice = await this.access.loadAlone(id, call);
    const guest = await this.find(practice, personId);
    if (!guest?.end(await this.clock.now(this.em))) return this.view(practice);
    return this.settle(guest, practice, guestDismissed, call);
  }

  private find({ id, networkId }: Practice, personId: string): Promise<Guest | null> {
    return this.em.findOne(Guest, { networkId, practiceId: id, personId });
  }

  private async settle(guest: Guest, practice: Practice, type: typeof guestInvited, call: Call): Promise<Guests> {
    await this.em.persist(guest).flush();
    const data = { ...titledStateOf(practice), practiceId: practice.id, personId: guest.personId };
    record(this.em, call, type, { aggregateId: guest.id, aggregateVersion: guest.version, data });
    return this.view(practice);
  }

  private async view({ id, networkId }: Practice): Promise<Guests> {
    const guests = await this.em.find(Guest, { networkId, practiceId: id, endedAt: null }, { orderBy: { invitedAt: 'asc', id: 'asc' } });
    return { items: guests.map(({ personId, invitedAt }) => ({ personId, invitedAt: invitedAt.toISOString() })) };
  }
}
