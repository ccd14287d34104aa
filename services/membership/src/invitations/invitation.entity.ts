import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Role } from '@alianza/contracts/access';
import { retention } from '@alianza/contracts/privacy/retention';
import type { Becomes } from '@alianza/contracts/membership/representation/handovers';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { InvitationNotOpenError } from './invitations.errors.js';

/** How long an invitation holds. */
export const invitationDays = retention.invitationDays;

export interface Handing {
  readonly from: string;
  readonly becomes: Becomes;
  /** Somebody of the organisation, to whom it goes; missing where an address was given. */
  readonly to?: string;
}

const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  ...tenant,
  indexes: [{ name: 'invitation_of_organization', properties: ['networkId', 'organizationId'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    email: p.text(),
    role: p.text().$type<Role>(),
    organizationId: p.uuid().nullable(),
    /** Of the mail that invites. */
    language: p.text().$type<PortalLanguage>(),
    issuedAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    /** Who accepted: perhaps under another address than the invited one. */
    personId: p.uuid().nullable(),
    revokedAt: p.datetime().nullable(),
    /** Whoever accepts takes the place of this titular; null where nobody's place is taken. */
    handover: p.json<Handing>().nullable(),
    version: p.integer().version(),
  },
});

/** An offer of one role to whoever receives its link. */
export class Invitation extends InvitationSchema.class {
  isOpen(now: Date): boolean {
    return !this.acceptedAt && !this.revokedAt && this.expiresAt > now;
  }

  expectOpen(now: Date): void {
    if (!this.isOpen(now)) throw new InvitationNotOpenError();
  }

  accept(personId: string, now: Date): void {
    this.expectOpen(now);
    this.personId = personId;
    this.acceptedAt = now;
  }

  /** For good: what is revoked is never open again. One whose time is over may be revoked too. */
  revoke(now: Date): void {
    if (this.acceptedAt || this.revokedAt) throw new InvitationNotOpenError();
    this.revokedAt = now;
  }
}
InvitationSchema.setClass(Invitation);
