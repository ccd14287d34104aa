import { defineEntity, p } from '@mikro-orm/postgresql';
import type { PracticeContent, PracticeStatus, StaleTranslation } from '@alianza/contracts/repository/practices';
import type { Confirmation } from '@alianza/contracts/repository/publication/verifications';
import type { PracticeType } from '@alianza/contracts/vocabularies';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { holding } from '../verifications/holding.js';
import { missingFields } from './completeness.js';
import { staleTranslations } from './translations.js';
import {
  PracticeIncompleteError,
  PracticeNotDueError,
  PracticeNotEditableError,
  PracticeNotInReviewError,
  PracticeNotPublishedError,
  PracticeNotSubmittableError,
} from './practices.errors.js';

const own = {
  name: 'practice_own',
  expression: 'create index practice_own on practice (network_id, organization_id, changed_at desc, id desc)',
};

const entered = {
  name: 'practice_entered',
  expression: 'create index practice_entered on practice (network_id, changed_at desc, id desc) where on_behalf',
};

const PracticeSchema = defineEntity({
  name: 'Practice',
  tableName: 'practice',
  ...tenant,
  uniques: [{ name: 'practice_slug', properties: ['networkId', 'slug'] }],
  indexes: [
    own,
    entered,
    { name: 'practice_queue', properties: ['networkId', 'status', 'submittedAt', 'id'] },
    { name: 'practice_due', properties: ['networkId', 'verifyBy', 'id'] },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    /** Null for the network's own records. */
    organizationId: p.uuid().nullable(),
    /** The secretariat entered it for its organisation. */
    onBehalf: p.boolean().default(false),
    /** And the organisation has written in it or handed it in since; asked before it is public, while the secretariat may still discard it. */
    ownerWrote: p.boolean().default(false),
    /** Given at publication, and kept. */
    slug: p.text().nullable(),
    status: p.text().$type<PracticeStatus>(),
    type: p.text().$type<PracticeType>(),
    content: p.json<PracticeContent>(),
    /** Translations older than their original; null where there never was one. */
    staleTranslations: p.json<StaleTranslation[]>().nullable(),
    /** The original title, for lists. */
    title: p.text(),
    createdBy: p.uuid(),
    /** How often it was handed in. */
    submissions: p.integer(),
    submittedAt: p.datetime().nullable(),
    changedAt: p.datetime(),
    /** When its last published version was; kept while the next one is written. */
    publishedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
    /** Who has taken its review. */
    assignedTo: p.uuid().nullable(),
    assignedAt: p.datetime().nullable(),
    declinedFor: p.text().nullable(),
    withdrawnAt: p.datetime().nullable(),
    verifiedAt: p.datetime().nullable(),
    /** When what is public must have been looked at again; null where nothing is public. */
    verifyBy: p.datetime().nullable(),
    remindedAt: p.datetime().nullable(),
    /** When its organisation last said that it holds, and what else. */
    confirmation: p.json<Confirmation>().nullable(),
    version: p.integer().version(),
  },
});

export interface Deed {
  readonly by: string;
  readonly at: Date;
}

type Act =
  | 'edit'
  | 'submit'
  | 'callBack'
  | 'requestChanges'
  | 'publish'
  | 'decline'
  | 'assign'
  | 'revise'
  | 'renew'
  | 'discard'
  | 'withdraw'
  | 'verify';
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
  callBack: { from: ['submitted'], to: 'draft', refused: PracticeNotInReviewError },
  requestChanges: { from: ['submitted'], to: 'changes-requested', refused: PracticeNotInReviewError },
  publish: { from: ['submitted'], to: 'published', refused: PracticeNotInReviewError },
  decline: { from: ['submitted'], to: 'declined', refused: PracticeNotInReviewError },
  assign: { from: ['submitted'], to: null, refused: PracticeNotInReviewError },
  revise: { from: ['published'], to: 'draft', refused: PracticeNotPublishedError },
  renew: { from: ['published'], to: null, refused: PracticeNotPublishedError },
  discard: { from: ['draft', 'changes-requested'], to: 'published', refused: PracticeNotEditableError },
  withdraw: { from: ['published', 'draft', 'submitted', 'changes-requested'], to: 'withdrawn', refused: PracticeNotPublishedError },
  verify: { from: ['published', 'draft', 'submitted', 'changes-requested'], to: null, refused: PracticeNotPublishedError },
};

export class Practice extends PracticeSchema.class {
  edit(content: PracticeContent, at: Date): void {
    this.step('edit', at);
    this.say(content);
  }

  /** Somebody read a translation beside its original and found it right. */
  confirmTranslation({ field, language }: StaleTranslation, at: Date): void {
    this.step('edit', at);
    this.staleTranslations = (this.staleTranslations ?? []).filter((one) => one.field !== field || one.language !== language);
  }

  submit(at: Date): void {
    this.expect('submit');
    const missing = missingFields(this.content);
    if (missing.length > 0) throw new PracticeIncompleteError(missing);
    this.step('submit', at);
    this.submittedAt = at;
    this.submissions += 1;
    this.declinedFor = null;
  }

  /** Stands again as it did before it was handed in: sent back by the review of the time before, if that is what it was. */
  callBack(before: { at: Date; outcome?: string | null | undefined } | null, at: Date): void {
    this.step('callBack', at);
    if (before?.outcome === 'changes-requested') this.status = 'changes-requested';
    this.submissions -= 1;
    this.submittedAt = before?.at ?? null;
  }

  requestChanges({ by, at }: Deed): void {
    this.step('requestChanges', at);
    this.decidedBy = by;
  }

  /** `slug` counts the first time only: an address never changes. */
  publish(slug: string, { by, at }: Deed): asserts this is PublishedPractice {
    this.step('publish', at);
    this.slug ??= slug;
    this.decidedBy = by;
    this.assignedTo = null;
    this.appear(at);
  }

  /** Ends here; what is public already, if anything, stays and is what the practice says again. */
  decline(reason: string, { by, at }: Deed, published: PracticeContent | null): void {
    this.step('decline', at);
    this.declinedFor = reason;
    this.decidedBy = by;
    this.assignedTo = null;
    if (published !== null) this.goBackTo(published);
  }

  assign(personId: string | null, at: Date): void {
    const { changedAt } = this;
    this.step('assign', at);
    this.assignedTo = personId;
    this.assignedAt = personId === null ? null : at;
    this.changedAt = changedAt; // nothing of the practice itself changed
  }

  /** Begins the next version; the public goes on reading the present one. */
  revise(at: Date): void {
    this.step('revise', at);
    this.declinedFor = null;
  }

  /** The next version of a sourced record, as its sheet says it now: at once what the public reads. */
  renew(content: PracticeContent, { by, at }: Deed): asserts this is PublishedPractice {
    this.step('renew', at);
    this.say(content);
    this.decidedBy = by;
    this.appear(at);
  }

  discard(published: PracticeContent, at: Date): void {
    this.expectPublic();
    this.step('discard', at);
    this.goBackTo(published);
    if (this.verifyBy && this.verifyBy <= at) this.remindedAt = null; // while the next version was written its owner was not reminded
  }

  withdraw({ by, at }: Deed): asserts this is PublishedPractice {
    this.expectPublic();
    this.step('withdraw', at);
    Object.assign(this, { withdrawnAt: at, decidedBy: by, assignedTo: null, verifyBy: null });
  }

  verify(at: Date): void {
    this.expectPublic();
    const { changedAt } = this;
    this.step('verify', at);
    this.changedAt = changedAt;
    Object.assign(this, holding(at));
  }

  /** Its organisation says so, of what is due: it is due again when it would be, had somebody looked; that somebody looked is not said. */
  confirm(note: string | null, at: Date): void {
    const { verifiedAt, verifyBy } = this;
    if (verifyBy && verifyBy > at) throw new PracticeNotDueError();
    this.verify(at);
    Object.assign(this, { verifiedAt, confirmation: { at: at.toISOString(), note } });
  }

  remind(at: Date): void {
    this.remindedAt = at;
  }

  private say(content: PracticeContent): void {
    this.staleTranslations = staleTranslations(this.content, content, this.staleTranslations ?? []);
    Object.assign(this, contentColumns(content));
  }

  private goBackTo(published: PracticeContent): void {
    this.status = 'published';
    Object.assign(this, contentColumns(published));
    this.staleTranslations = null;
  }

  /** The public reads it as it is now; what its organisation said was of the version before. */
  private appear(at: Date): void {
    Object.assign(this, { publishedAt: at, confirmation: null, ...holding(at) });
  }

  private expectPublic(): void {
    if (!isPublic(this)) throw new PracticeNotPublishedError(this.status);
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

/** Whether the public reads a version of it, whatever is being written. */
export const isPublic = ({ publishedAt, status }: Pick<Practice, 'publishedAt' | 'status'>): boolean =>
  Boolean(publishedAt) && status !== 'withdrawn';

/** No review has had it: what a sheet said, a sheet says anew. */
export const neverHandedIn = ({ submissions }: Pick<Practice, 'submissions'>): boolean => submissions === 0;

/** By the review, this time: who had it when it was sent back has not looked at it again. */
export const isTaken = ({ status, assignedTo, assignedAt, submittedAt }: Practice): boolean =>
  status === 'submitted' && Boolean(assignedTo) && (!assignedAt || !submittedAt || assignedAt >= submittedAt);

/** What nobody has decided yet. */
export const undecided = {
  slug: null,
  submissions: 0,
  submittedAt: null,
  publishedAt: null,
  decidedBy: null,
  assignedTo: null,
  assignedAt: null,
  declinedFor: null,
  withdrawnAt: null,
  verifiedAt: null,
  verifyBy: null,
  remindedAt: null,
  confirmation: null,
  staleTranslations: null,
} as const;

/** One that has an address and a date. */
export type PublishedPractice = Practice & { slug: string; publishedAt: Date };

/** Columns that repeat what the content says. */
export const contentColumns = (content: PracticeContent): Pick<Practice, 'content' | 'type' | 'title'> => ({
  content,
  type: content.type,
  title: content.title[content.title.original] ?? '',
});
