import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { checkReviewer } from '@alianza/contracts/membership/reviewers';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { reviewAssigned, type assignReview, type listReviews, type ReviewedPractice } from '@alianza/contracts/repository/reviews';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { record } from '@alianza/platform/events/record';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { readComments } from '../comments/comments.queries.js';
import { firstId, firstInstant, keysAfter } from '../data/cursor-keys.js';
import { isPublic, type Practice } from '../practices/practice.entity.js';
import { PracticeDesk } from '../practices/practice-desk.js';
import { titledStateOf, viewRow } from '../practices/practice.views.js';
import { PracticeNotFoundError, ReviewerNotFoundError } from '../practices/practices.errors.js';
import { mayReview, reviewsHere } from '../practices/practices.policy.js';
import { difference } from '../versions/difference.js';
import { publishedContent } from '../versions/versions.queries.js';
import { ReviewAccess } from './review-access.js';
import { readWaiting, readWaitingTotal } from './reviews.queries.js';
import { Submission } from './submission.entity.js';

/** What waits for review, who has taken it, and what a reviewer reads before deciding. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly operations: OperationsClient,
    private readonly desk: PracticeDesk,
    private readonly access: ReviewAccess,
  ) {}

  async list({ assigned, cursor, limit }: InputOf<typeof listReviews>, call: Call): Promise<AnswerOf<typeof listReviews>> {
    const after = keysAfter(cursor, InstantAndId, [firstInstant, firstId]);
    const taken = {
      by: assigned === 'me' ? call.personId : null,
      nobody: assigned === 'nobody',
      guest: reviewsHere(call.principal) ? null : call.personId,
    };
    const total = await readWaitingTotal(this.em, call.network, taken);
    const found = await readWaiting(this.em, call.network, { after, limit: limit + 1, ...taken });
    const rows = found.map(({ assignedTo, submission, ...row }) => ({ ...viewRow(row, call), assignedTo, submission }));
    const page = toPage(rows, limit, ({ submittedAt, id }) => [submittedAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor, total };
  }

  async read(id: string, call: Call): Promise<ReviewedPractice> {
    const practice = await this.access.load(id, call);
    if (!mayReview(practice)) throw new PracticeNotFoundError();
    const shown = await this.desk.view(practice, call);
    const comments = await readComments(this.em, practice, true);
    const submittedAt = practice.submittedAt?.toISOString() ?? null;
    return { ...shown, comments, ...(await this.changes(practice)), assignedTo: practice.assignedTo ?? null, submittedAt };
  }

  /** Whoever it is given to must be able to review here, now. */
  async assign({ id, personId }: InputOf<typeof assignReview>, call: Call): Promise<EditablePractice> {
    const practice = await this.access.load(id, call);
    expectVersion(practice, call);
    if (personId !== null) {
      const { reviews } = await this.operations.ask(checkReviewer, { personId }, call.network);
      if (!reviews) throw new ReviewerNotFoundError();
    }
    practice.assign(personId, await this.clock.now(this.em));
    await this.em.flush();
    const data = { ...titledStateOf(practice), personId };
    record(this.em, call, reviewAssigned, { aggregateId: id, aggregateVersion: practice.version, data });
    return this.desk.view(practice, call);
  }

  /** Against what the last review sent back, else against what the public reads; where both are there, the latter besides. */
  private async changes(practice: Practice): Promise<Pick<ReviewedPractice, 'changes' | 'sincePublished'>> {
    if (practice.status !== 'submitted') return { changes: null, sincePublished: null };
    const { id, networkId, submissions, content } = practice;
    const before = await this.em.findOne(Submission, { networkId, practiceId: id, number: submissions - 1, outcome: 'changes-requested' });
    const read = isPublic(practice) ? await publishedContent(this.em, networkId, id) : null;
    const since = read && difference(read, content);
    return before ? { changes: difference(before.content, content), sincePublished: since } : { changes: since, sincePublished: null };
  }
}
