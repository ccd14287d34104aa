import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { practiceCalledBack, practiceDiscarded } from '@alianza/contracts/repository/review/drafts';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { recordFilesQueue } from '../attachments/record-files.purge.js';
import { ReviewComment } from '../comments/review-comment.entity.js';
import { ImportIdentity } from '../imports/import.entities.js';
import { isTaken, Practice, transitions } from '../practices/practice.entity.js';
import { PracticeDesk } from '../practices/practice-desk.js';
import { stateOf } from '../practices/practice.views.js';
import { PracticeNotEditableError } from '../practices/practices.errors.js';
import { Guest } from '../reviews/guest.entity.js';
import { Submission } from '../reviews/submission.entity.js';
import { PracticeOwnerWroteError, PracticePublishedBeforeError, PracticeTakenUpError } from './drafts.errors.js';

/** Second thoughts of who writes: what was never public goes for good, what was handed in comes back. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly desk: PracticeDesk,
  ) {}

  /** Sheets know it no more. Its files are found by the purge, which takes what belongs to no practice. */
  async discard(id: string, call: Call): Promise<Record<string, never>> {
    const practice = await this.desk.load(id, call);
    expectVersion(practice, call);
    if (!transitions.edit.from.includes(practice.status)) throw new PracticeNotEditableError(practice.status);
    if (practice.publishedAt) throw new PracticePublishedBeforeError();
    if (practice.ownerWrote && practice.organizationId !== call.principal.actingFor) throw new PracticeOwnerWroteError();
    const { version } = practice;
    const fact = { aggregateId: id, aggregateVersion: version + 1, data: stateOf(practice) };
    const of = { networkId: call.network, practiceId: id };
    const gone = await this.em.nativeDelete(Practice, { networkId: call.network, id, version });
    if (gone === 0) throw new DomainError(generalErrors['version-stale'], { current: version + 1 });
    await this.em.nativeDelete(ReviewComment, of);
    await this.em.nativeDelete(Submission, of);
    await this.em.nativeDelete(Guest, of);
    await this.em.nativeDelete(ImportIdentity, of);
    await this.jobs.enqueue(this.em, recordFilesQueue, `discarded ${id}`, of);
    record(this.em, call, practiceDiscarded, fact);
    return {};
  }

  /** As if this time it had not been handed in: the review says nothing of it, and nothing is compared with it. */
  async callBack(id: string, call: Call): Promise<EditablePractice> {
    const practice = await this.desk.load(id, call);
    expectVersion(practice, call);
    const { networkId, submissions: number } = practice;
    const handedIn = (times: number) => this.em.findOne(Submission, { networkId, practiceId: id, number: times });
    const before = await handedIn(number - 1);
    const isTakenUp = await this.isTakenUp(practice);
    practice.callBack(before, await this.clock.now(this.em));
    if (isTakenUp) throw new PracticeTakenUpError();
    const taken = await handedIn(number);
    if (taken) this.em.remove(taken);
    return this.desk.settle(practice, practiceCalledBack, call);
  }

  /** This time: who had it when the review sent it back, or read along then, has not looked at it again. */
  private async isTakenUp(practice: Practice): Promise<boolean> {
    const { id: practiceId, networkId, submissions: submission, submittedAt } = practice;
    if (isTaken(practice) || !submittedAt) return isTaken(practice);
    const of = { networkId, practiceId };
    if ((await this.em.count(ReviewComment, { ...of, submission })) > 0) return true;
    return (await this.em.count(Guest, { ...of, endedAt: null, invitedAt: { $gte: submittedAt } })) > 0;
  }
}
