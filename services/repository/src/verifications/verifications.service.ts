import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { practiceVerified, type listVerifications } from '@alianza/contracts/repository/publication/verifications';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { toPage } from '@alianza/platform/data/cursors';
import { firstId, firstInstant, InstantAndId, keysAfter, lastInstant } from '../data/cursor-keys.js';
import { isPublic, Practice } from '../practices/practice.entity.js';
import { PracticeDesk } from '../practices/practice-desk.js';
import { viewRow } from '../practices/practice.views.js';
import { PracticeNotFoundError, PracticeOwnDecisionError } from '../practices/practices.errors.js';
import { mayDecide } from '../practices/practices.policy.js';
import { readDue, readDueTotal, showVerified } from './verifications.queries.js';

/** Whether what is published still holds: who looks at it again, and what has waited too long. */
@Injectable()
export class VerificationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly desk: PracticeDesk,
  ) {}

  async verify(id: string, call: Call): Promise<EditablePractice> {
    const practice = await this.em.findOne(Practice, { id, networkId: call.network });
    if (!practice || (practice.status === 'draft' && !isPublic(practice))) throw new PracticeNotFoundError();
    if (!mayDecide(call.principal, practice)) throw new PracticeOwnDecisionError();
    const at = await this.clock.now(this.em);
    practice.verify({ by: call.personId, at });
    await showVerified(this.em, call.network, id, at);
    return this.desk.settle(practice, practiceVerified, call);
  }

  async list({ which, cursor, limit }: InputOf<typeof listVerifications>, call: Call): Promise<AnswerOf<typeof listVerifications>> {
    const until = which === 'all' ? lastInstant : await this.clock.now(this.em);
    const after = keysAfter(cursor, InstantAndId, [firstInstant, firstId]);
    const total = await readDueTotal(this.em, call.network, until);
    const found = await readDue(this.em, call.network, { until, after, limit: limit + 1 });
    const rows = found.map(({ dueAt, ...row }) => ({ ...viewRow(row, call), dueAt: new Date(dueAt).toISOString() }));
    const page = toPage(rows, limit, ({ dueAt, id }) => [dueAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor, total };
  }
}
