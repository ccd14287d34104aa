import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import type { Deed } from '../practices/practice.entity.js';
import { CommentNotOpenError } from './comments.errors.js';

const ReviewCommentSchema = defineEntity({
  name: 'ReviewComment',
  tableName: 'review_comment',
  ...tenant,
  indexes: [{ name: 'review_comment_of_practice', properties: ['networkId', 'practiceId', 'at', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    practiceId: p.uuid(),
    field: p.text().$type<keyof PracticeContent>(),
    text: p.text(),
    /** Which of the times it was handed in this is about. */
    submission: p.integer(),
    by: p.uuid(),
    /** Said by somebody who may comment and never decides. */
    external: p.boolean(),
    at: p.datetime(),
    /** Since when the author reads it; null until the review asks for changes. */
    sentAt: p.datetime().nullable(),
    answer: p.text().nullable(),
    answeredAt: p.datetime().nullable(),
    answeredBy: p.uuid().nullable(),
    resolvedAt: p.datetime().nullable(),
    resolvedBy: p.uuid().nullable(),
    version: p.integer().version(),
  },
});

/** What a review says about one field. It is never rewritten: it is answered, and resolved. */
export class ReviewComment extends ReviewCommentSchema.class {
  send(at: Date): void {
    this.sentAt ??= at;
  }

  reply(text: string, { by, at }: Deed): void {
    if (this.resolvedAt) throw new CommentNotOpenError();
    this.answer = text;
    this.answeredAt = at;
    this.answeredBy = by;
  }

  /** Again changes nothing. */
  resolve({ by, at }: Deed): void {
    if (this.resolvedAt) return;
    this.resolvedAt = at;
    this.resolvedBy = by;
  }
}
ReviewCommentSchema.setClass(ReviewComment);
