import { defineEntity, p } from '@mikro-orm/postgresql';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import type { Localized } from '@alianza/contracts/shapes';
import { tenant } from '@alianza/platform/data/tenancy';

const OrganizationCopySchema = defineEntity({
  name: 'OrganizationCopy',
  tableName: 'organization_copy',
  ...tenant,
  properties: {
    networkId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.json<Localized>(),
    status: p.text().$type<OrganizationStatus>(),
    version: p.integer(),
  },
});

/** What the repository knows of an organisation; membership owns it. */
export class OrganizationCopy extends OrganizationCopySchema.class {}
OrganizationCopySchema.setClass(OrganizationCopy);
