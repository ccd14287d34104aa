import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

const MailingRecipientSchema = defineEntity({
  name: 'MailingRecipient',
  tableName: 'mailing_recipient',
  ...tenant,
  properties: {
    networkId: tenantProperties.networkId.primary(),
    mailingId: p.uuid().primary(),
    personId: p.uuid().primary(),
    /** Whether their mail is planned. */
    mailed: p.boolean().default(false),
  },
});

/** To whom a mailing goes, settled when it was sent. */
export class MailingRecipient extends MailingRecipientSchema.class {}
MailingRecipientSchema.setClass(MailingRecipient);
