import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { EditablePractice } from '@alianza/contracts/repository/practices';
import {
  practiceConfirmed,
  practiceVerified,
  type confirmPractice,
  type listVerifications,
} from '@alianza/contracts/repository/publication/verifications';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { record } from '@alianza/platform/events/record';
import { TaskHoldings } from '@alianza/platform/tasks/task-holdings';
import { takenParams } from '@alianza/platform/tasks/task-rows';
import { firstId, firstInstant, keysAfter, lastInstant } from '../data/cursor-keys.js';
import { isPublic, Practice } from '../practices/practice.entity.js';
import { PracticeDesk } from '../practices/practice-desk.js';
import { titledStateOf, viewRow } from '../practices/practice.views.js';
import { PracticeNotFoundError, PracticeOwnDecisionError } from '../practices/practices.errors.js';
import { mayDecide } from '../practices/practices.policy.js';
import { publicTitle } from '../versions/versions.queries.js';
import { readDue, readDueTotal, showHeld } from './verifications.queries.js';

/** Whether what is published still holds: who looks at it again, and what has waited too long. */
@Injectable()
export class VerificationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly desk: PracticeDesk,
    private readonly holdings: TaskHoldings,
  ) {}

  async verify(id: string, call: Call): Promise<EditablePractice> {
    const practice = await this.em.findOne(Practice, { id, networkId: call.network });
    if (!practice || (practice.status === 'draft' && !isPublic(practice))) throw new PracticeNotFoundError();
    if (!mayDecide(call.principal, practice)) throw new PracticeOwnDecisionError();
    const at = await this.clock.now(this.em);
    practice.verify(at);
    const data = await this.show(practice, 'verified_at', at);
    record(this.em, call, practiceVerified, { aggregateId: id, aggregateVersion: practice.version, data });
    return this.desk.view(practice, call);
  }

  /** By who writes for the organisation it is of: the network's own are looked at by the secretariat alone. */
  async confirm({ id, note }: InputOf<typeof confirmPractice>, call: Call): Promise<EditablePractice> {
    const practice = await this.desk.load(id, call);
    if (!practice.organizationId) throw new PracticeNotFoundError();
    const at = await this.clock.now(this.em);
    practice.confirm(note ?? null, at);
    const data = { ...(await this.show(practice, 'confirmed_at', at)), note: note ?? null };
    record(this.em, call, practiceConfirmed, { aggregateId: id, aggregateVersion: practice.version, data });
    return this.desk.view(practice, call);
  }

  /** Tells the public; when it is due again, it is anybody's. Answers what the fact says of it. */
  private async show(practice: Practice, column: 'verified_at' | 'confirmed_at', at: Date) {
    const { networkId, id } = practice;
    await this.holdings.giveBack({ networkId, queue: 'verifications' }, id);
    await showHeld(this.em, practice, column, at);
    await this.em.flush();
    return { ...titledStateOf(practice), title: await publicTitle(this.em, practice) };
  }

  async list(
    { which, id, assigned, cursor, limit }: InputOf<typeof listVerifications>,
    call: Call,
  ): Promise<AnswerOf<typeof listVerifications>> {
    const until = which === 'all' ? lastInstant : await this.clock.now(this.em);
    const taken = takenParams(assigned, call.personId);
    const after = keysAfter(cursor, InstantAndId, [firstInstant, firstId]);
    const total = await readDueTotal(this.em, call.network, { until, taken, id: id ?? null });
    const found = await readDue(this.em, call.network, { until, taken, id: id ?? null, after, limit: limit + 1 });
    const rows = found.map(({ dueAt, confirmation, assignedTo, publicTitle: title, ...row }) => ({
      ...viewRow({ ...row, title }, call),
      dueAt: new Date(dueAt).toISOString(),
      confirmation,
      assignedTo,
    }));
    const page = toPage(rows, limit, ({ dueAt, id }) => [dueAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor, total };
  }
}
