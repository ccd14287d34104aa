import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Role as RoleName } from '@alianza/contracts/access';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

const held = 'create unique index role_held on role (network_id, person_id, organization_id, role) nulls not distinct where until is null';

const RoleSchema = defineEntity({
  name: 'Role',
  tableName: 'role',
  ...tenant,
  indexes: [
    { name: 'role_held', expression: held },
    { name: 'role_by_organization', properties: ['networkId', 'organizationId'] },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    personId: p.uuid(),
    /** Null for a role in the network as a whole. */
    organizationId: p.uuid().nullable(),
    role: p.text().$type<RoleName>(),
    since: p.datetime(),
    /** Null while it is held. */
    until: p.datetime().nullable(),
    letterValidUntil: p.datetime().nullable(),
  },
});

/** What a person is in a network, for one organisation or for none. */
export class Role extends RoleSchema.class {}
RoleSchema.setClass(Role);
