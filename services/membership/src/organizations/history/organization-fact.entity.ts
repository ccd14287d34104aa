import { defineEntity, p } from '@mikro-orm/postgresql';
import type { OrganizationFact as FactView } from '@alianza/contracts/membership/directory/members';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

export type Change = FactView['changes'][number];

const OrganizationFactSchema = defineEntity({
  name: 'OrganizationFact',
  tableName: 'organization_fact',
  ...tenant,
  indexes: [{ name: 'organization_fact_of', properties: ['networkId', 'organizationId', 'at'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    organizationId: p.uuid(),
    at: p.datetime(),
    what: p.text().$type<FactView['what']>(),
    /** Null where a command did it. */
    personId: p.uuid().nullable(),
    /** Done in the organisation's own name. */
    own: p.boolean(),
    reason: p.text().nullable(),
    reference: p.text().nullable(),
    changes: p.json<Change[]>(),
  },
});

/** Something that happened to an organisation; written once, by the transaction that did it. */
export class OrganizationFact extends OrganizationFactSchema.class {}
OrganizationFactSchema.setClass(OrganizationFact);
