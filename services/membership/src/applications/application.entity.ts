import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ApplicationStatus, FollowedApplication } from '@alianza/contracts/membership/applications';
import { retention } from '@alianza/contracts/privacy/retention';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import type { Sector } from '@alianza/contracts/vocabularies';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { ApplicationNotOpenError, ClarificationNotAskedError } from './applications.errors.js';

/** How long the address may wait to be confirmed. */
export const confirmationDays = retention.unconfirmedApplicationDays;

export type Step = FollowedApplication['history'][number];

const ApplicationSchema = defineEntity({
  name: 'Application',
  tableName: 'application',
  ...tenant,
  indexes: [
    { name: 'application_queue', properties: ['networkId', 'submittedAt', 'id'] },
    { name: 'application_address', properties: ['networkId', 'emailKey', 'filedAt'] },
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
    status: p.text().$type<ApplicationStatus>(),
    history: p.json<Step[]>(),
    filedAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    changedAt: p.datetime(),
    /** Who of the secretariat has it. */
    assignedTo: p.uuid().nullable(),
    /** The agreement that the acceptance rests on, as it is written, and its day. */
    grantReference: p.text().nullable(),
    grantedOn: p.date().nullable(),
    /** What the acceptance made of it. */
    category: p.text().nullable(),
    organizationId: p.uuid().nullable(),
    version: p.integer().version(),
  },
});

export interface Acceptance {
  readonly organizationId: string;
  readonly category: string;
  readonly reference: string | null;
  /** `2026-03-01` */
  readonly referenceDate: string | null;
  readonly reason: string | null;
}

const decided = ['accepted', 'declined', 'withdrawn'] as const;

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

/** An organisation's wish to join, from the form to the decision. */
export class Application extends ApplicationSchema.class {
  confirm(now: Date): void {
    this.move('submitted', now);
    this.submittedAt = now;
  }

  /** Whoever gets it first begins its review; null gives it back to the queue, and its review goes on. */
  assign(personId: string | null, now: Date): void {
    this.expectOpen();
    if (personId !== null && this.status === 'submitted') this.move('in-review', now);
    this.assignedTo = personId;
  }

  giveBack(): void {
    this.expectOpen();
    this.assignedTo = null;
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
    return next[this.status].includes('accepted');
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
