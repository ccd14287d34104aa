import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ApplicationConsent } from '@alianza/contracts/membership/application-form';
import { ApplicationStatus, type FollowedApplication } from '@alianza/contracts/membership/applications';
import { daysOf, retention } from '@alianza/contracts/privacy/retention';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Sector } from '@alianza/contracts/vocabularies';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { after } from '../data/days.js';
import { ApplicationNotOpenError, ClarificationNotAskedError } from './applications.errors.js';

/** How long the address may wait to be confirmed. */
export const confirmationDays = retention.unconfirmedApplicationDays;

/** Applications that lead to nothing are kept so long after their last change; who decides is told so long before. */
export const keptDays = daysOf(retention.fruitlessApplicationMonths);
export const forgettingWarningDays = 30;

export type Step = FollowedApplication['history'][number];

/** Of few it is known. */
const bounced = 'create index application_bounced on application (network_id, bounced_at) where bounced_at is not null';

const ApplicationSchema = defineEntity({
  name: 'Application',
  tableName: 'application',
  ...tenant,
  indexes: [
    { name: 'application_queue', properties: ['networkId', 'submittedAt', 'id'] },
    { name: 'application_address', properties: ['networkId', 'emailKey', 'filedAt'] },
    { name: 'application_bounced', expression: bounced },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    organization: p.text(),
    acronym: p.text().nullable(),
    sector: p.text().$type<Sector>(),
    country: p.text(),
    website: p.text().nullable(),
    email: p.text(),
    /** The address in lower case: what an address may ask in a day is counted by it. */
    emailKey: p.text().nullable(),
    work: p.text(),
    motivation: p.text(),
    letterText: p.text().nullable(),
    letterFileId: p.uuid().nullable(),
    language: p.text().$type<PortalLanguage>(),
    /** The version of the privacy notice that was shown with the form; null of those from before it was kept. */
    notice: p.integer().nullable(),
    /** What of it the public may read once it takes part; null where that was not asked. */
    shows: p.json<ApplicationConsent[]>().nullable(),
    status: p.text().$type<ApplicationStatus>(),
    history: p.json<Step[]>(),
    filedAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    changedAt: p.datetime(),
    /** Who of the secretariat has it. */
    assignedTo: p.uuid().nullable(),
    /** Since when it waits again because who had it may not decide any more; null once somebody has it. */
    givenBackAt: p.datetime().nullable(),
    /** The agreement that the acceptance rests on, as it is written, and its day. */
    grantReference: p.text().nullable(),
    grantedOn: p.date().nullable(),
    /** What the acceptance made of it. */
    category: p.text().nullable(),
    organizationId: p.uuid().nullable(),
    /** The actor of the map that was invited to send it. */
    actorId: p.uuid().nullable(),
    /** When it was last told that it is about to be forgotten undecided. */
    warnedAt: p.datetime().nullable(),
    /** Since when it is known that a mail to the address came back, and what was answered (RFC 3463). */
    bouncedAt: p.datetime().nullable(),
    bounceStatus: p.text().nullable(),
    version: p.integer().version(),
  },
});

export interface Acceptance {
  readonly organizationId: string;
  readonly category: string;
  readonly reference: string;
  /** `2026-03-01` */
  readonly referenceDate: string | null;
  readonly reason: string | null;
}

export const decided = ['accepted', 'declined', 'withdrawn'] as const;

const next: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  unconfirmed: ['submitted'],
  submitted: ['in-review', 'clarification-asked', ...decided],
  'in-review': ['clarification-asked', ...decided],
  'clarification-asked': ['clarification-answered', ...decided],
  'clarification-answered': ['clarification-asked', ...decided],
  accepted: [],
  declined: [],
  withdrawn: [],
};

/** Confirmed and not decided. */
export const openStates: readonly ApplicationStatus[] = ApplicationStatus.options.filter((status) => next[status].includes('accepted'));

/** An organisation's wish to join, from the form to the decision. */
export class Application extends ApplicationSchema.class {
  /** The link was followed from a mail that did arrive. */
  confirm(now: Date): void {
    this.move('submitted', now);
    this.bouncedAt = null;
    this.bounceStatus = null;
    this.submittedAt = now;
  }

  /** Whoever gets it first begins its review; null gives it back to the queue, and its review goes on. */
  assign(personId: string | null, now: Date): void {
    this.expectOpen();
    if (personId !== null && this.status === 'submitted') this.move('in-review', now);
    this.assignedTo = personId;
    this.givenBackAt = null;
  }

  giveBack(now: Date): void {
    this.expectOpen();
    this.assignedTo = null;
    this.givenBackAt = now;
  }

  ask(text: string, now: Date): void {
    this.move('clarification-asked', now, text);
  }

  answer(text: string, now: Date): void {
    if (this.isOpen() && this.status !== 'clarification-asked') throw new ClarificationNotAskedError();
    this.move('clarification-answered', now, text);
  }

  accept({ organizationId, category, reference, referenceDate, reason }: Acceptance, now: Date): void {
    this.move('accepted', now, reason);
    this.organizationId = organizationId;
    this.category = category;
    this.grantReference = reference;
    this.grantedOn = referenceDate;
  }

  decline(reason: string, now: Date): void {
    this.move('declined', now, reason);
  }

  withdraw(now: Date): void {
    this.move('withdrawn', now);
  }

  /** Refuses before anything is done that only a decision allows. */
  expectOpen(): void {
    if (!this.isOpen()) throw new ApplicationNotOpenError(this.status);
  }

  /** Confirmed and not decided. */
  isOpen(): boolean {
    return openStates.includes(this.status);
  }

  /** Undecided, and forgotten within so many days; said once since it last changed. */
  dueWarning(now: Date): boolean {
    if (!this.isOpen() || (this.warnedAt && this.warnedAt >= this.changedAt)) return false;
    return after(this.forgottenAt(), -forgettingWarningDays) <= now;
  }

  /** When it is forgotten unless it leads to something, or goes on. */
  forgottenAt(): Date {
    return after(this.changedAt, keptDays);
  }

  /** Of one that is decided: nobody is written to any more. */
  forgetAddress(): void {
    this.email = '';
    this.emailKey = null;
  }

  private move(to: ApplicationStatus, now: Date, text: string | null = null): void {
    if (!next[this.status].includes(to)) throw new ApplicationNotOpenError(this.status);
    this.status = to;
    this.changedAt = now;
    this.history = [...this.history, stepTo(to, now, text)];
  }
}
ApplicationSchema.setClass(Application);

export const stepTo = (status: ApplicationStatus, now: Date, text: string | null = null): Step => ({ status, at: now.toISOString(), text });
