import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import type { InputOf } from '@alianza/contracts/operation';
import { commentAdded, commentAnswered, commentResolved } from '@alianza/contracts/repository/review/comments';
import type { addComment, answerComment, resolveComment } from '@alianza/contracts/repository/review/comments';
import type { ReviewComment as Answer } from '@alianza/contracts/repository/practices';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Practice } from '../practices/practice.entity.js';
import { PracticeNotInReviewError, PracticeOwnDecisionError } from '../practices/practices.errors.js';
import { mayDecide, mayEdit, reviewsHere } from '../practices/practices.policy.js';
import { ReviewAccess } from '../reviews/review-access.js';
import { CommentNotFoundError } from './comments.errors.js';
import { viewComment } from './comments.queries.js';
import { ReviewComment } from './review-comment.entity.js';

/** What is said about one field of a practice, between who reviews it and who wrote it. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly access: ReviewAccess,
  ) {}

  async add({ id, field, text }: InputOf<typeof addComment>, call: Call): Promise<Answer> {
    const practice = await this.access.load(id, call);
    if (!mayDecide(call.principal, practice)) throw new PracticeOwnDecisionError();
    if (practice.status !== 'submitted') throw new PracticeNotInReviewError(practice.status);
    const at = await this.clock.now(this.em);
    const { network: networkId, personId: by } = call;
    const said = { id: newId(), networkId, practiceId: id, field, text, submission: practice.submissions, by, at };
    return this.settle(this.em.create(ReviewComment, { ...said, external: !reviewsHere(call.principal) }), commentAdded, call);
  }

  async resolve({ id }: InputOf<typeof resolveComment>, call: Call): Promise<Answer> {
    const { comment, practice } = await this.find(id, call);
    if (!mayDecide(call.principal, practice)) throw new PracticeOwnDecisionError();
    if (comment.resolvedAt) return viewComment(comment);
    comment.resolve({ by: call.personId, at: await this.clock.now(this.em) });
    return this.settle(comment, commentResolved, call);
  }

  /** By whoever may write the practice, of what the review has sent them. */
  async answer({ id, text }: InputOf<typeof answerComment>, call: Call): Promise<Answer> {
    const { comment, practice } = await this.find(id, call);
    if (!comment.sentAt || !mayEdit(call.principal, practice)) throw new CommentNotFoundError();
    comment.reply(text, { by: call.personId, at: await this.clock.now(this.em) });
    return this.settle(comment, commentAnswered, call);
  }

  private async find(id: string, { network }: Call): Promise<{ comment: ReviewComment; practice: Practice }> {
    const comment = await this.em.findOne(ReviewComment, { id, networkId: network });
    const practice = comment && (await this.em.findOne(Practice, { id: comment.practiceId, networkId: network }));
    if (!comment || !practice) throw new CommentNotFoundError();
    return { comment, practice };
  }

  private async settle(comment: ReviewComment, type: EventType<typeof commentAdded.data>, call: Call): Promise<Answer> {
    await this.em.persist(comment).flush();
    const { id, practiceId, field, external, version } = comment;
    record(this.em, call, type, { aggregateId: id, aggregateVersion: version, data: { practiceId, field, external } });
    return viewComment(comment);
  }
}
