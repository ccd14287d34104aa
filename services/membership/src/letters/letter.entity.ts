import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Role as RoleName } from '@alianza/contracts/access';
import { letterWarningDays, type LetterExpiry, type LetterStatus } from '@alianza/contracts/membership/representation/letters';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { after } from '../data/days.js';
import { LetterExpiredError, LetterNotBegunError, LetterNotFiledError } from './letters.errors.js';

const LetterSchema = defineEntity({
  name: 'Letter',
  tableName: 'letter',
  ...tenant,
  indexes: [
    { name: 'letter_queue', properties: ['networkId', 'status', 'filedAt', 'id'] },
    { name: 'letter_end', properties: ['networkId', 'status', 'endsAt', 'id'] },
    { name: 'letter_of_organization', properties: ['networkId', 'organizationId'] },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    organizationId: p.uuid(),
    roleId: p.uuid(),
    personId: p.uuid(),
    /** What it designates the person to be. */
    role: p.text().$type<RoleName>(),
    /** Null once the file is forgotten. */
    fileId: p.uuid().nullable(),
    status: p.text().$type<LetterStatus>(),
    dated: p.date(),
    /** The last day on which it holds, in the network's zone. */
    validUntil: p.date(),
    /** When that day is over. */
    endsAt: p.datetime(),
    /** Of whoever signed it. */
    office: p.text(),
    filedAt: p.datetime(),
    filedBy: p.uuid(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.uuid().nullable(),
    reason: p.text().nullable(),
    /** When it was first found closed: from then on its file is kept for a time. */
    closedAt: p.datetime().nullable(),
    /** How many days before its end was warned of last. */
    warned: p.integer().nullable(),
    version: p.integer().version(),
  },
});

interface Decision {
  readonly by: string;
  readonly at: Date;
}

const [last, first] = letterWarningDays;
const oneDay = 24 * 60 * 60 * 1000;

/** Designates a person to represent an organisation, from its filing to its end. */
export class Letter extends LetterSchema.class {
  /** From the day of its date on, where the network is; until then an earlier letter holds. */
  accredit({ by, at, begins }: Decision & { readonly begins: Date }): void {
    if (begins > at) throw new LetterNotBegunError();
    if (this.endsAt <= at) throw new LetterExpiredError();
    this.decide('accredited', { by, at });
  }

  return(reason: string, decision: Decision): void {
    this.decide('returned', decision);
    this.reason = reason;
  }

  /** A newer one took its place, or its role ended. */
  close(): void {
    this.status = 'closed';
  }

  forgetFile(): void {
    this.fileId = null;
  }

  expiry(now: Date): LetterExpiry {
    if (this.endsAt <= now) return 'over';
    return this.endsAt <= after(now, first) ? 'soon' : 'far';
  }

  /** How many days before its end it is to be warned of now; null where that was done, or is not due. */
  dueWarning(now: Date): number | null {
    if (this.status !== 'accredited' || this.expiry(now) !== 'soon') return null;
    const due = this.endsAt <= after(now, last) ? last : first;
    return this.warned === null || this.warned === undefined || this.warned > due ? due : null;
  }

  /** Begun days until its end. */
  daysLeft(now: Date): number {
    return Math.ceil((this.endsAt.getTime() - now.getTime()) / oneDay);
  }

  warn(days: number): void {
    this.warned = days;
  }

  private decide(to: 'accredited' | 'returned', { by, at }: Decision): void {
    if (this.status !== 'filed') throw new LetterNotFiledError();
    this.status = to;
    this.decidedBy = by;
    this.decidedAt = at;
  }
}
LetterSchema.setClass(Letter);
