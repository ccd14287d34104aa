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

/** Of few it is known. */
const bounced = 'create index invitation_bounced on invitation (network_id, bounced_at) where bounced_at is not null';

/** Of few of those to be titular it is still to be told. */
const untold = `create index invitation_untold on invitation (network_id, expires_at) where role = 'titular' and accepted_at is null
      and revoked_at is null and expiry_told_at is null`;

const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  ...tenant,
  indexes: [
    { name: 'invitation_of_organization', properties: ['networkId', 'organizationId'] },
    { name: 'invitation_bounced', expression: bounced },
    { name: 'invitation_untold', expression: untold },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    /** Empty some time after it has ended. */
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
    /** Since when it is known that its mail came back, and what was answered (RFC 3463). */
    bouncedAt: p.datetime().nullable(),
    bounceStatus: p.text().nullable(),
    /** Since when it is told that nobody took it in time: to whoever is titular, or to the secretariat where nobody is. */
    expiryToldAt: p.datetime().nullable(),
    /** Since when one whose mail came back needs nothing any more: its time is over. */
    lapsedAt: p.datetime().nullable(),
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

  /** Its mail came back. Says whether that is news: of one that somebody took, that was taken back or whose time is over, nothing is. */
  bounce(status: string | null, now: Date): boolean {
    if (!this.isOpen(now)) return false;
    const known = Boolean(this.bouncedAt);
    this.bouncedAt ??= now;
    this.bounceStatus = status;
    return !known;
  }

  /** That nobody took it in time is told once. */
  tellExpiry(now: Date): void {
    this.expiryToldAt ??= now;
  }

  lapse(now: Date): void {
    this.lapsedAt ??= now;
  }

  forgetAddress(): void {
    this.email = '';
  }

  /** For good: what is revoked is never open again. One whose time is over may be revoked too. */
  revoke(now: Date): void {
    if (this.acceptedAt || this.revokedAt) throw new InvitationNotOpenError();
    this.revokedAt = now;
  }
}
InvitationSchema.setClass(Invitation);
