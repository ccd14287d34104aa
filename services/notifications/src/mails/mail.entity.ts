import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Audience } from '@alianza/contracts/membership/recipients';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import type { Params } from '../notices/rules.js';

/** Also once for who has no account. */
export const once = 'create unique index mail_once on mail (network_id, event_id, rule, person_id) nulls not distinct';

/** A mail to be sent once. It holds no address: that is asked for when sending. */
const MailSchema = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  ...tenant,
  indexes: [{ name: 'mail_once', expression: once }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    eventId: p.uuid(),
    rule: p.text(),
    subjectId: p.uuid(),
    audience: p.json<Audience>(),
    personId: p.uuid().nullable(),
    params: p.json<Params>(),
    at: p.datetime(),
    sentAt: p.datetime().nullable(),
    refusedAt: p.datetime().nullable(),
  },
});

export class Mail extends MailSchema.class {
  /** Nothing is left to do. */
  isClosed(): boolean {
    return this.sentAt !== null || this.refusedAt !== null;
  }

  sent(now: Date): void {
    this.sentAt ??= now;
  }

  /** The recipient's server will have none of it, now or later. */
  refused(now: Date): void {
    this.refusedAt ??= now;
  }
}
MailSchema.setClass(Mail);
