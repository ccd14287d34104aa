import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { InputOf } from '@alianza/contracts/operation';
import { practiceChangesRequested, type EditablePractice } from '@alianza/contracts/repository/practices';
import { practiceDeclined, type declinePractice, type requestChanges } from '@alianza/contracts/repository/reviews';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { ReviewComment } from '../comments/review-comment.entity.js';
import { Practice, type Deed } from '../practices/practice.entity.js';
import { PracticeDesk } from '../practices/practice-desk.js';
import { titledStateOf } from '../practices/practice.views.js';
import { PracticeNotInReviewError, PracticeOwnDecisionError, ReviewSaysNothingError } from '../practices/practices.errors.js';
import { mayDecide } from '../practices/practices.policy.js';
import { PublicationService } from '../publication/publication.service.js';
import { SlugsService } from '../publication/slugs.service.js';
import { publishedContent } from '../versions/versions.queries.js';
import { ReviewAccess } from './review-access.js';
import { Submission, type Outcome } from './submission.entity.js';

/** What a review decides. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly slugs: SlugsService,
    private readonly publication: PublicationService,
    private readonly desk: PracticeDesk,
    private readonly access: ReviewAccess,
  ) {}

  async requestChanges({ id, comments }: InputOf<typeof requestChanges>, call: Call): Promise<EditablePractice> {
    const practice = await this.toDecide(id, call);
    const deed = await this.deed(call);
    practice.requestChanges(deed);
    const open = await this.openComments(practice);
    if (open.length + comments.length === 0) throw new ReviewSaysNothingError();
    for (const comment of open) comment.send(deed.at);
    const about = { networkId: call.network, practiceId: id, submission: practice.submissions, external: false, ...deed, sentAt: deed.at };
    for (const comment of comments) this.em.persist(this.em.create(ReviewComment, { ...about, ...comment, id: newId() }));
    await this.end(practice, 'changes-requested');
    record(this.em, call, practiceChangesRequested, {
      aggregateId: id,
      aggregateVersion: practice.version,
      data: titledStateOf(practice),
    });
    return this.desk.view(practice, call);
  }

  async publish(id: string, call: Call): Promise<EditablePractice> {
    const practice: Practice = await this.toDecide(id, call);
    const deed = await this.deed(call);
    for (const comment of await this.openComments(practice)) comment.resolve(deed);
    await this.end(practice, 'published');
    // Its address as late as can be: until this ends, nobody else in the network is given one.
    const slug = practice.slug ?? (await this.slugs.forTitle(call.network, practice.title));
    practice.publish(slug, deed);
    await this.em.flush();
    await this.publication.publish(practice, call);
    return this.desk.view(practice, call);
  }

  async decline({ id, reason }: InputOf<typeof declinePractice>, call: Call): Promise<EditablePractice> {
    const practice = await this.toDecide(id, call);
    const deed = await this.deed(call);
    const data = { ...titledStateOf(practice), reason };
    practice.decline(reason, deed, await publishedContent(this.em, call.network, id));
    for (const comment of await this.openComments(practice)) comment.resolve(deed);
    await this.end(practice, 'declined');
    const fact = { aggregateId: id, aggregateVersion: practice.version, data: { ...data, status: practice.status } };
    record(this.em, call, practiceDeclined, fact);
    return this.desk.view(practice, call);
  }

  private openComments({ id, networkId }: Practice): Promise<ReviewComment[]> {
    return this.em.find(ReviewComment, { networkId, practiceId: id, resolvedAt: null });
  }

  /** What was handed in keeps how its review ended. */
  private async end({ id, networkId, submissions }: Practice, outcome: Outcome): Promise<void> {
    const submission = await this.em.findOne(Submission, { networkId, practiceId: id, number: submissions });
    if (submission) submission.outcome = outcome;
    await this.em.flush();
  }

  private async toDecide(id: string, call: Call): Promise<Practice> {
    const practice = await this.access.load(id, call);
    if (!mayDecide(call.principal, practice)) throw new PracticeOwnDecisionError();
    if (practice.status !== 'submitted') throw new PracticeNotInReviewError(practice.status);
    expectVersion(practice, call);
    return practice;
  }

  private async deed(call: Call): Promise<Deed> {
    return { by: call.personId, at: await this.clock.now(this.em) };
  }
}
