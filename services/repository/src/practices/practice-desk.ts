import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import type { EditablePractice, ReviewComment } from '@alianza/contracts/repository/practices';
import type { Call } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import type { z } from 'zod';
import { readComments } from '../comments/comments.queries.js';
import { ownerName } from '../organizations/organization-name.js';
import { isTaken, neverHandedIn, Practice } from './practice.entity.js';
import { titledStateOf, viewEditable } from './practice.views.js';
import { PracticeNotFoundError } from './practices.errors.js';
import { mayEdit } from './practices.policy.js';

/** How whoever writes a practice takes it up and lays it down. */
@Injectable()
export class PracticeDesk {
  constructor(private readonly em: EntityManager) {}

  /** What one may not see does not exist. */
  async load(id: string, call: Call): Promise<Practice> {
    const practice = await this.em.findOne(Practice, { id, networkId: call.network });
    if (!practice || !mayEdit(call.principal, practice)) throw new PracticeNotFoundError();
    return practice;
  }

  /** Saves it, tells what happened as far as the event's schema says, and shows it as it is now. */
  async settle(practice: Practice, type: EventType<z.ZodType<object>>, call: Call): Promise<EditablePractice> {
    if (practice.onBehalf && practice.organizationId === call.principal.actingFor) practice.ownerWrote = true;
    await this.em.persist(practice).flush();
    record(this.em, call, type, { aggregateId: practice.id, aggregateVersion: practice.version, data: titledStateOf(practice) });
    return this.view(practice, call);
  }

  async view(practice: Practice, call: Call): Promise<EditablePractice> {
    const name = await ownerName(this.em, practice);
    return viewEditable(practice, { name, taken: isTaken(practice), comments: await this.commentsOn(practice) }, call);
  }

  /** What the author has been told; what has never been handed in has no comments to ask for. */
  async commentsOn(practice: Pick<Practice, 'id' | 'networkId' | 'submissions'>): Promise<ReviewComment[]> {
    return neverHandedIn(practice) ? [] : readComments(this.em, practice, false);
  }
}
