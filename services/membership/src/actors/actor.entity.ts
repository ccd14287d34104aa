import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ActorContact, ActorFile, ActorSource, ActorState } from '@alianza/contracts/membership/directory/actors';
import type { Initiative } from '@alianza/contracts/membership/organizations';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { after } from '../data/days.js';
import {
  ActorAppliedError,
  ActorIsMemberError,
  ActorInvitedLatelyError,
  ActorStoppedError,
  ActorWithoutContactError,
} from './actors.errors.js';
import { silencedHash } from './silenced-address.entity.js';

/** Who was invited is left in peace for so long. */
export const restDays = 30;

/** As it is kept: of who did it, the id. */
type Step = Omit<ActorFile['history'][number], 'by'> & { readonly by: string | null };

/** Of few it is known. */
const bounced = 'create index actor_bounced on actor (network_id, bounced_at) where bounced_at is not null';

const ActorSchema = defineEntity({
  name: 'Actor',
  tableName: 'actor',
  ...tenant,
  uniques: [{ name: 'actor_organization', properties: ['networkId', 'organizationId'] }],
  indexes: [{ name: 'actor_bounced', expression: bounced }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    /** What it is called and where it is stands there. */
    organizationId: p.uuid(),
    state: p.text().$type<ActorState>(),
    since: p.datetime(),
    initiatives: p.json<Initiative[]>(),
    sources: p.json<ActorSource[]>(),
    contact: p.json<ActorContact>().nullable(),
    history: p.json<Step[]>(),
    invitedAt: p.datetime().nullable(),
    /** What the address is known by to which the last invitation goes; null of those from before it was kept. */
    invitedHash: p.text().nullable(),
    /** Since when it is known that the last invitation came back, and what was answered (RFC 3463). */
    bouncedAt: p.datetime().nullable(),
    bounceStatus: p.text().nullable(),
    /** Since when it wants no more mails. */
    stoppedAt: p.datetime().nullable(),
    /** The member that it turned out to be. */
    memberId: p.uuid().nullable(),
    /** When somebody last looked after it. */
    changedAt: p.datetime(),
    version: p.integer().version(),
  },
});

export interface Said {
  readonly initiatives: Initiative[];
  readonly sources: ActorSource[];
  readonly contact: ActorContact | null;
}

export interface Moved {
  readonly to: ActorState;
  readonly by: string | null;
  readonly note?: string | null;
  readonly at: Date;
}

const stepOf = ({ to, by, note = null, at }: Moved): Step => ({ state: to, at: at.toISOString(), by, note });

/** How an actor begins on the map. */
export const identified = (by: string | null, at: Date) => ({
  state: 'identified' as const,
  since: at,
  history: [stepOf({ to: 'identified', by, at })],
  changedAt: at,
});

/** An organisation on the map of actors: what it does, where that is told, whom to write to, and how far it is on its way into the network. */
export class Actor extends ActorSchema.class {
  expectOutside(): void {
    if (this.state === 'member') throw new ActorIsMemberError();
  }

  /** Who asked for silence is not written to, whatever address is found for it later. */
  say({ initiatives, sources, contact }: Said, at: Date): void {
    this.expectOutside();
    Object.assign(this, { initiatives, sources, contact: this.stoppedAt ? null : contact, changedAt: at });
  }

  /** A step that the secretariat notes; the same again is another conversation. */
  move(moved: Moved): void {
    this.expectOutside();
    this.step(moved);
  }

  expectInvitable(now: Date): ActorContact {
    this.expectOutside();
    if (this.stoppedAt) throw new ActorStoppedError();
    if (this.state === 'applied') throw new ActorAppliedError();
    if (!this.contact) throw new ActorWithoutContactError();
    if (this.restsUntil(now)) throw new ActorInvitedLatelyError();
    return this.contact;
  }

  invite(by: string | null, at: Date): void {
    const { email } = this.expectInvitable(at);
    this.step({ to: 'invited', by, at });
    this.invitedAt = at;
    this.invitedHash = silencedHash(this.networkId, email);
    this.bouncedAt = null;
    this.bounceStatus = null;
  }

  /** Whether the last invitation went to the address that is known now. */
  isInvitedThere(): boolean {
    return Boolean(this.contact && this.invitedHash === silencedHash(this.networkId, this.contact.email));
  }

  /** When it may be invited again; null where it may be now, as where the invitation never arrived and another address is known by now. */
  restsUntil(now: Date): Date | null {
    if (this.bouncedAt && !this.isInvitedThere()) return null;
    const end = this.invitedAt ? after(this.invitedAt, restDays) : null;
    return end && end > now ? end : null;
  }

  /** It wants no more mails: its address goes at once. Says whether that is new. */
  stop(at: Date): boolean {
    if (this.stoppedAt) return false;
    this.stoppedAt = at;
    this.contact = null;
    this.changedAt = at;
    return true;
  }

  /** Its application is read by the secretariat. Says whether that is new. */
  apply(at: Date): boolean {
    if (this.state === 'member' || this.state === 'applied') return false;
    this.step({ to: 'applied', by: null, at });
    return true;
  }

  /** Its application led to nothing. */
  leave(by: string | null, at: Date): boolean {
    if (this.state !== 'applied') return false;
    this.step({ to: 'contacted', by, at });
    return true;
  }

  /** It is in: whom to write to is from now on who represents it. */
  join(memberId: string, by: string | null, at: Date): boolean {
    if (this.state === 'member') return false;
    this.step({ to: 'member', by, at });
    this.memberId = memberId;
    this.contact = null;
    return true;
  }

  forgetContact(): void {
    this.contact = null;
  }

  private step(moved: Moved): void {
    this.state = moved.to;
    this.since = moved.at;
    this.changedAt = moved.at;
    this.history = [...this.history, stepOf(moved)];
  }
}
ActorSchema.setClass(Actor);
