import { defineEntity, p } from '@mikro-orm/postgresql';
import { DomainError } from '@alianza/contracts/errors';
import { mailingErrors, type MailingRole, type MailingRow } from '@alianza/contracts/notifications/mailings';
import type { Localized } from '@alianza/contracts/shapes';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

export type Counts = Omit<MailingRow['counts'], 'recipients'>;

const MailingSchema = defineEntity({
  name: 'Mailing',
  tableName: 'mailing',
  ...tenant,
  indexes: [{ name: 'mailing_of_network', expression: 'create index mailing_of_network on mailing (network_id, id desc)' }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    subject: p.json<Localized>(),
    body: p.json<Localized>(),
    /** Why it goes to everybody; null where it does not. */
    reason: p.text().nullable(),
    /** As what people of the organisations were written to. */
    roles: p.json<MailingRole[]>(),
    /** The person who sent it. */
    by: p.uuid(),
    at: p.datetime(),
    /** Until it is stopped; that all mails are gone shows in their own rows. */
    state: p.text().$type<'sending' | 'stopped'>(),
    recipients: p.integer(),
    /** What became of its mails, once they are forgotten. */
    counts: p.json<Counts>().nullable(),
    version: p.integer().version(),
  },
});

/** What the secretariat wrote to many at once. */
export class Mailing extends MailingSchema.class {
  stop(): void {
    if (this.state !== 'sending') throw new DomainError(mailingErrors['mailing-ended']);
    this.state = 'stopped';
  }

  /** Who it went to is forgotten; what became of it stays. */
  settle(counts: Counts): void {
    this.counts = counts;
  }
}
MailingSchema.setClass(Mailing);
