import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

const HandoverSchema = defineEntity({
  name: 'Handover',
  tableName: 'handover',
  ...tenant,
  indexes: [{ name: 'handover_of_organization', properties: ['networkId', 'organizationId'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    organizationId: p.uuid(),
    /** Null where nobody was titular. */
    predecessorId: p.uuid().nullable(),
    successorId: p.uuid(),
    at: p.datetime(),
  },
});

/** The moment in which the titular of an organisation changed. */
export class Handover extends HandoverSchema.class {}
HandoverSchema.setClass(Handover);
