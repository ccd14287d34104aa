import { defineEntity, p } from '@mikro-orm/postgresql';
import { daysOf, retention } from '@alianza/contracts/privacy/retention';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { after } from '../data/days.js';

/** How long the address may wait to be confirmed. */
export const confirmationDays = retention.unconfirmedAddressDays;
/** An address is kept so long at most, and so long once the matter is settled: an answer may have to be sent again. */
const [longestDays, settledDays] = [daysOf(retention.addressMonths), retention.settledAddressDays];

/** Of few it is known. */
const bounced = 'create index correspondent_bounced on correspondent (network_id, bounced_at) where bounced_at is not null';

const CorrespondentSchema = defineEntity({
  name: 'Correspondent',
  tableName: 'correspondent',
  ...tenant,
  indexes: [
    { name: 'correspondent_address', properties: ['networkId', 'email', 'registeredAt'] },
    { name: 'correspondent_end', properties: ['networkId', 'forgottenAt'] },
    { name: 'correspondent_bounced', expression: bounced },
  ],
  properties: {
    /** Of what they ask, in the service that keeps it. */
    id: p.uuid().primary(),
    ...tenantProperties,
    email: p.text(),
    language: p.text().$type<PortalLanguage>(),
    registeredAt: p.datetime(),
    confirmedAt: p.datetime().nullable(),
    /** When the address goes. */
    forgottenAt: p.datetime(),
    /** Since when it is known that a mail to the address came back, and what was answered (RFC 3463). */
    bouncedAt: p.datetime().nullable(),
    bounceStatus: p.text().nullable(),
    version: p.integer().version(),
  },
});

/** Somebody outside who asks something once: an address, and how long it is needed. */
export class Correspondent extends CorrespondentSchema.class {
  confirm(now: Date): void {
    this.confirmedAt = now;
    this.bouncedAt = null;
    this.bounceStatus = null;
    this.forgottenAt = after(this.registeredAt, longestDays);
  }

  /** Settled: never longer than it would have been. */
  settled(at: Date): void {
    const end = after(at, settledDays);
    if (end < this.forgottenAt) this.forgottenAt = end;
  }
}
CorrespondentSchema.setClass(Correspondent);
