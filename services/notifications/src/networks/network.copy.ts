import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Language, Localized } from '@alianza/contracts/shapes';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

/** What mails need to know of a network: a copy fed by events. */
const NetworkCopySchema = defineEntity({
  name: 'NetworkCopy',
  tableName: 'network',
  ...tenant,
  properties: {
    networkId: tenantProperties.networkId.primary(),
    code: p.text(),
    name: p.json<Localized>(),
    /** Its default language. */
    language: p.text().$type<Language>(),
    demo: p.boolean(),
    version: p.integer(),
  },
});

export class NetworkCopy extends NetworkCopySchema.class {}
NetworkCopySchema.setClass(NetworkCopy);
