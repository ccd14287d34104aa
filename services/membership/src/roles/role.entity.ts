import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Role as RoleName } from '@alianza/contracts/access';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { RoleEndedError } from './roles.errors.js';

const held = 'create unique index role_held on role (network_id, person_id, organization_id, role) nulls not distinct where until is null';
const titular = `create unique index role_titular on role (network_id, organization_id) where role = 'titular' and until is null`;

const RoleSchema = defineEntity({
  name: 'Role',
  tableName: 'role',
  ...tenant,
  indexes: [
    { name: 'role_held', expression: held },
    { name: 'role_titular', expression: titular },
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
    endedReason: p.text().nullable(),
    /** Until when the accredited letter holds that it rests on. */
    letterValidUntil: p.datetime().nullable(),
    /** Of a suplente: among the others of the organisation, from 1. */
    place: p.integer().nullable(),
    version: p.integer().version(),
  },
});

/** What a person is in a network, for one organisation or for none. What was, stays. */
export class Role extends RoleSchema.class {
  /** Titular and suplentes speak for an organisation, and rest on a letter. */
  represents(): boolean {
    return this.role === 'titular' || this.role === 'suplente';
  }

  isAccredited(now: Date): boolean {
    return !this.until && this.letterValidUntil !== null && this.letterValidUntil !== undefined && this.letterValidUntil > now;
  }

  expectHeld(): void {
    if (this.until) throw new RoleEndedError();
  }

  end(reason: string, now: Date): void {
    this.expectHeld();
    this.until = now;
    this.endedReason = reason;
  }

  accredit(validUntil: Date): void {
    this.expectHeld();
    this.letterValidUntil = validUntil;
  }

  /** Says whether that changed anything. */
  stand(place: number): boolean {
    if (this.place === place) return false;
    this.place = place;
    return true;
  }
}
RoleSchema.setClass(Role);
