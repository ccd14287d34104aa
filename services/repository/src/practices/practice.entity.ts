import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PracticeContent, PracticeStatus, ReviewComment } from '@alianza/contracts/repository/practices';
import type { PracticeType } from '@alianza/contracts/vocabularies';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { missingFields } from './completeness.js';
import {
  PracticeIncompleteError,
  PracticeNotEditableError,
  PracticeNotInReviewError,
  PracticeNotSubmittableError,
} from './practices.errors.js';

const own = {
  name: 'practice_own',
  expression: 'create index practice_own on practice (network_id, organization_id, changed_at desc, id desc)',
};

const PracticeSchema = defineEntity({
  name: 'Practice',
  tableName: 'practice',
  ...tenant,
  uniques: [{ name: 'practice_slug', properties: ['networkId', 'slug'] }],
  indexes: [own, { name: 'practice_queue', properties: ['networkId', 'status', 'submittedAt', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    /** Null for the network's own records. */
    organizationId: p.uuid().nullable(),
    /** Given at publication, and kept. */
    slug: p.text().nullable(),
    status: p.text().$type<PracticeStatus>(),
    type: p.text().$type<PracticeType>(),
    content: p.json<PracticeContent>(),
    /** What the last review asked for. */
    comments: p.json<ReviewComment[]>(),
    /** The original title, for lists. */
    title: p.text(),
    createdBy: p.uuid(),
    submittedAt: p.datetime().nullable(),
    changedAt: p.datetime(),
    publishedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
    version: p.integer().version(),
  },
});

export interface Deed {
  readonly by: string;
  readonly at: Date;
}

type Act = 'edit' | 'submit' | 'requestChanges' | 'publish';
interface Transition {
  readonly from: readonly PracticeStatus[];
  /** Null where the status stays. */
  readonly to: PracticeStatus | null;
  readonly refused: new (status: PracticeStatus) => Error;
}

/** Which act leads from where to where. */
export const transitions: Readonly<Record<Act, Transition>> = {
  edit: { from: ['draft', 'changes-requested'], to: null, refused: PracticeNotEditableError },
  submit: { from: ['draft', 'changes-requested'], to: 'submitted', refused: PracticeNotSubmittableError },
  requestChanges: { from: ['submitted'], to: 'changes-requested', refused: PracticeNotInReviewError },
  publish: { from: ['submitted'], to: 'published', refused: PracticeNotInReviewError },
};

export class Practice extends PracticeSchema.class {
  edit(content: PracticeContent, at: Date): void {
    this.step('edit', at);
    Object.assign(this, contentColumns(content));
  }

  submit(at: Date): void {
    this.expect('submit');
    const missing = missingFields(this.content);
    if (missing.length > 0) throw new PracticeIncompleteError(missing);
    this.step('submit', at);
    this.submittedAt = at;
  }

  requestChanges(comments: ReviewComment[], { by, at }: Deed): void {
    this.step('requestChanges', at);
    this.comments = comments;
    this.decidedBy = by;
  }

  publish(slug: string, { by, at }: Deed): asserts this is PublishedPractice {
    this.step('publish', at);
    this.slug = slug;
    this.comments = [];
    this.decidedBy = by;
    this.publishedAt = at;
  }

  private expect(act: Act): Transition {
    const transition = transitions[act];
    if (!transition.from.includes(this.status)) throw new transition.refused(this.status);
    return transition;
  }

  private step(act: Act, at: Date): void {
    this.status = this.expect(act).to ?? this.status;
    this.changedAt = at;
  }
}
PracticeSchema.setClass(Practice);

/** One that has an address and a date. */
export type PublishedPractice = Practice & { slug: string; publishedAt: Date };

/** Columns that repeat what the content says. */
export const contentColumns = (content: PracticeContent): Pick<Practice, 'content' | 'type' | 'title'> => ({
  content,
  type: content.type,
  title: content.title[content.title.original] ?? '',
});
