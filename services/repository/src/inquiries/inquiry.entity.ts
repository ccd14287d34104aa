import { defineEntity, p } from '@mikro-orm/postgresql';
import type { InquiryKind, InquiryStatus } from '@alianza/contracts/repository/inquiries';
import type { Localized, PortalLanguage } from '@alianza/contracts/shapes';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { InquiryNotOpenError } from './inquiries.errors.js';

const InquirySchema = defineEntity({
  name: 'Inquiry',
  tableName: 'inquiry',
  ...tenant,
  indexes: [
    { name: 'inquiry_queue', properties: ['networkId', 'organizationId', 'status', 'openedAt', 'id'] },
    {
      name: 'inquiry_stood_in',
      expression: 'create index inquiry_stood_in on inquiry (network_id, status, opened_at, id) where stood_in',
    },
  ],
  properties: {
    /** Also that of the correspondent, whose address membership keeps. */
    id: p.uuid().primary(),
    ...tenantProperties,
    /** Null where it is about no record. */
    practiceId: p.uuid().nullable(),
    slug: p.text().nullable(),
    title: p.json<Localized>(),
    /** Who is to answer; null for the secretariat. */
    organizationId: p.uuid().nullable(),
    kind: p.text().$type<InquiryKind>(),
    text: p.text(),
    language: p.text().$type<PortalLanguage>(),
    status: p.text().$type<InquiryStatus>(),
    sentAt: p.datetime(),
    openedAt: p.datetime().nullable(),
    outcome: p.text().nullable(),
    settledAt: p.datetime().nullable(),
    settledBy: p.uuid().nullable(),
    /** Settled by the secretariat in place of the organisation. */
    stoodIn: p.boolean().default(false),
    /** When what tells who asked came back, and what was answered (RFC 3463). */
    undeliveredAt: p.datetime().nullable(),
    undeliveredStatus: p.text().nullable(),
    version: p.integer().version(),
  },
});

export interface Settlement {
  readonly outcome: string;
  readonly by: string;
  readonly at: Date;
  readonly stoodIn: boolean;
}

/** Which status leads where. */
export const transitions: Readonly<Record<InquiryStatus, readonly InquiryStatus[]>> = {
  unconfirmed: ['open'],
  open: ['answered', 'closed'],
  answered: [],
  closed: [],
};

/** What somebody outside asks about a record, from the form to the answer. */
export class Inquiry extends InquirySchema.class {
  /** Its asker's address holds. Whether that was news. */
  open(at: Date): boolean {
    if (!transitions[this.status].includes('open')) return false;
    this.status = 'open';
    this.openedAt = at;
    return true;
  }

  answer(settlement: Settlement): void {
    this.settle('answered', settlement);
  }

  close(settlement: Settlement): void {
    this.settle('closed', settlement);
  }

  /** The mail that tells who asked came back; whether that was news. */
  comeBack(status: string | null, at: Date): boolean {
    if (!this.settledAt || this.undeliveredAt) return false;
    this.undeliveredAt = at;
    this.undeliveredStatus = status;
    return true;
  }

  private settle(to: 'answered' | 'closed', { outcome, by, at, stoodIn }: Settlement): void {
    if (!transitions[this.status].includes(to)) throw new InquiryNotOpenError();
    this.status = to;
    this.outcome = outcome;
    this.settledAt = at;
    this.settledBy = by;
    this.stoodIn = stoodIn;
  }
}
InquirySchema.setClass(Inquiry);
