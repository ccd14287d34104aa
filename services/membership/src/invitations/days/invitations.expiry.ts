import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { invitationExpired, invitationLapsed, invitationUntaken } from '@alianza/contracts/membership/invitations';
import { retention } from '@alianza/contracts/privacy/retention';
import { byItself } from '@alianza/platform/calls/by-itself';
import { Clock } from '@alianza/platform/clock';
import { queryRows } from '@alianza/platform/data/queries';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { record } from '@alianza/platform/events/record';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { after } from '../../data/days.js';
import { networkIds } from '../../networks/every-network.js';
import type { Organization } from '../../organizations/organization.entity.js';
import { Invitation } from '../invitation.entity.js';
import { untaken, withoutTitular } from './invitations.queries.js';

export const invitationsExpiryQueue = 'invitations-expiry';

/** Taken at once, so that no transaction is long. */
const portion = 100;

const unanswered = { acceptedAt: null, revokedAt: null } as const;
const locked = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;

interface Untaken extends Pick<Organization, 'id'> {
  readonly titularId: string;
  readonly organization: Organization['name'];
}

/**
 * Tells, once, that nobody took an invitation: whoever is titular, and the secretariat where the organisation is still without one. One that is suspended is told
 * of when it is back: nobody can be invited to it before. Of one whose mail came back nothing is left to put right once its time is over.
 */
@Injectable()
export class InvitationsExpiry implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('37 * * * *', invitationsExpiryQueue, () => this.tell());
  }

  async tell(): Promise<void> {
    for (const id of await networkIds(this.em)) {
      await this.inPortions(id, () => this.tellWithout(id));
      await this.inPortions(id, () => this.tellUntaken(id));
      await this.inPortions(id, () => this.tellLapsed(id));
    }
  }

  private async inPortions(networkId: string, take: () => Promise<number>): Promise<void> {
    for (let taken = portion; taken >= portion;) taken = await inNetwork(this.em, { networkId }, take);
  }

  /** Whoever takes one of them back at the same time, as does who invites another titular, waits, or is waited for. */
  private async tellWithout(networkId: string): Promise<number> {
    const now = await this.clock.now(this.em);
    const organizations = await queryRows<Pick<Organization, 'id' | 'name'>>(this.em, withoutTitular, [networkId, now, portion]);
    if (organizations.length === 0) return 0;
    const names = new Map(organizations.map(({ id, name }) => [id, name]));
    const ended = { organizationId: { $in: [...names.keys()] }, role: 'titular', expiryToldAt: null, expiresAt: { $lte: now } } as const;
    const invitations = await this.em.find(Invitation, { networkId, ...unanswered, ...ended }, locked);
    for (const invitation of invitations) invitation.tellExpiry(now);
    await this.em.flush();
    const last = new Map(invitations.map((invitation) => [invitation.organizationId ?? '', invitation]));
    const origin = byItself('membership', networkId);
    for (const [organizationId, { id, version, role }] of last) {
      const organization = names.get(organizationId);
      const data = organization && { role, organizationId, organization };
      if (data) record(this.em, origin, invitationExpired, { aggregateId: id, aggregateVersion: version, data });
    }
    return last.size;
  }

  /** Of those whose address is still kept: whoever looks them up finds to whom they went. */
  private async tellUntaken(networkId: string): Promise<number> {
    const now = await this.clock.now(this.em);
    const since = after(now, -retention.endedInvitationDays);
    const found = new Map((await queryRows<Untaken>(this.em, untaken, [networkId, now, since, portion])).map((one) => [one.id, one]));
    const untold = { networkId, id: [...found.keys()], ...unanswered, expiryToldAt: null };
    const invitations = found.size === 0 ? [] : await this.em.find(Invitation, untold, locked);
    for (const invitation of invitations) invitation.tellExpiry(now);
    await this.em.flush();
    const origin = byItself('membership', networkId);
    for (const { id, version, role, organizationId, handover } of invitations) {
      const told = found.get(id);
      const data = told && organizationId && { role, organizationId, ...told, handover: Boolean(handover) };
      if (data) record(this.em, origin, invitationUntaken, { aggregateId: id, aggregateVersion: version, data });
    }
    return found.size;
  }

  private async tellLapsed(networkId: string): Promise<number> {
    const now = await this.clock.now(this.em);
    const ended = { bouncedAt: { $ne: null }, lapsedAt: null, expiresAt: { $lte: now } };
    const invitations = await this.em.find(Invitation, { networkId, ...unanswered, ...ended }, { ...locked, limit: portion });
    for (const invitation of invitations) invitation.lapse(now);
    await this.em.flush();
    const origin = byItself('membership', networkId);
    for (const { id, version, role, organizationId = null } of invitations)
      record(this.em, origin, invitationLapsed, { aggregateId: id, aggregateVersion: version, data: { role, organizationId } });
    return invitations.length;
  }
}
