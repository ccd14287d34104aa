import { defineEntity, p } from '@mikro-orm/postgresql';
import { networkless } from '@alianza/platform/data/tenancy';

/** How long the link in the mail holds. */
export const linkDays = 1;

export type Outcome = 'followed' | 'kept' | 'elsewhere';

const AddressChangeSchema = defineEntity({
  name: 'AddressChange',
  tableName: 'address_change',
  ...networkless,
  indexes: [
    { name: 'address_change_of_person', properties: ['personId', 'askedAt'] },
    { name: 'address_change_to', properties: ['email', 'askedAt'] },
  ],
  properties: {
    id: p.uuid().primary(),
    /** Where it was asked for: its mails are of that network. */
    networkId: p.uuid(),
    personId: p.uuid(),
    /** In small letters. */
    email: p.text(),
    /** The address that it took the place of. */
    former: p.text().nullable(),
    askedAt: p.datetime(),
    expiresAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
    confirmedAt: p.datetime().nullable(),
    /** When its mail came back, and what was answered (RFC 3463). */
    bouncedAt: p.datetime().nullable(),
    bounceStatus: p.text().nullable(),
    /** Whether the account at the provider has it too; null until the provider was told. */
    outcome: p.text().$type<Outcome>().nullable(),
    version: p.integer().version(),
  },
});

/** A person's wish to be written to elsewhere, until whoever reads that mail has said so. */
export class AddressChange extends AddressChangeSchema.class {
  isOpen(now: Date): boolean {
    return !this.withdrawnAt && !this.confirmedAt && this.expiresAt > now;
  }

  /** Whether whoever asked is still to hear of it: that it waits, or that its mail did not arrive. */
  isToBeTold(now: Date): boolean {
    return this.isOpen(now) || (Boolean(this.bouncedAt) && !this.withdrawnAt && !this.confirmedAt);
  }

  withdraw(now: Date): void {
    this.withdrawnAt ??= now;
  }

  confirm(former: string, now: Date): void {
    this.former = former;
    this.confirmedAt = now;
  }

  settle(outcome: Outcome): void {
    this.outcome = outcome;
  }
}
AddressChangeSchema.setClass(AddressChange);
