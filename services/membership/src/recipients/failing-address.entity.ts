import { defineEntity, p } from '@mikro-orm/postgresql';
import { networkless } from '@alianza/platform/data/tenancy';

const FailingAddressSchema = defineEntity({
  name: 'FailingAddress',
  tableName: 'failing_address',
  ...networkless,
  properties: {
    personId: p.uuid().primary(),
    /** Which of the person's addresses: that of another is no word about the one they have now. */
    mark: p.text(),
    /** What was answered (RFC 3463), where anything was. */
    status: p.text().nullable(),
    since: p.datetime(),
    /** When the person asked to try it again. */
    retriedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

export interface Failure {
  readonly mark: string;
  readonly status: string | null;
  /** When the mail left that came back. */
  readonly sentAt: Date;
  readonly now: Date;
}

/** That mails to a person's address come back. */
export class FailingAddress extends FailingAddressSchema.class {
  /** Whether this address, if it is still theirs, is known to fail. */
  isOf(mark: string): boolean {
    return this.mark === mark && !this.retriedAt;
  }

  /** Says whether that was news. A mail that left before the person asked to try again is none. */
  fail({ mark, status, sentAt, now }: Failure): boolean {
    if (this.isOf(mark)) return false;
    if (this.mark === mark && this.retriedAt && sentAt <= this.retriedAt) return false;
    Object.assign(this, { mark, status, since: now, retriedAt: null });
    return true;
  }

  retry(now: Date): void {
    this.retriedAt = now;
  }
}
FailingAddressSchema.setClass(FailingAddress);
