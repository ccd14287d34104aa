import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { invitationExpired, invitationLapsed } from '@alianza/contracts/membership/invitations';
import { Clock } from '@alianza/platform/clock';
import { queryRows } from '@alianza/platform/data/queries';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { networkIds } from '../../networks/every-network.js';
import type { Organization } from '../../organizations/organization.entity.js';
import { Invitation } from '../invitation.entity.js';
import { withoutTitular } from './invitations.queries.js';

export const invitationsExpiryQueue = 'invitations-expiry';

/** Taken at once, so that no transaction is long. */
const portion = 100;

const unanswered = { acceptedAt: null, revokedAt: null } as const;
const locked = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;
const originIn = (networkId: string) => ({
  networkId,
  actor: { personId: null, organizationId: null, service: 'membership' },
  cause: newId(),
});

/**
 * Tells the secretariat, once, that an organisation is still without a titular since nobody took the invitation. One that is suspended is told
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
    const origin = originIn(networkId);
    for (const [organizationId, { id, version, role }] of last) {
      const organization = names.get(organizationId);
      const data = organization && { role, organizationId, organization };
      if (data) record(this.em, origin, invitationExpired, { aggregateId: id, aggregateVersion: version, data });
    }
    return last.size;
  }

  private async tellLapsed(networkId: string): Promise<number> {
    const now = await this.clock.now(this.em);
    const ended = { bouncedAt: { $ne: null }, lapsedAt: null, expiresAt: { $lte: now } };
    const invitations = await this.em.find(Invitation, { networkId, ...unanswered, ...ended }, { ...locked, limit: portion });
    for (const invitation of invitations) invitation.lapse(now);
    await this.em.flush();
    const origin = originIn(networkId);
    for (const { id, version, role, organizationId = null } of invitations)
      record(this.em, origin, invitationLapsed, { aggregateId: id, aggregateVersion: version, data: { role, organizationId } });
    return invitations.length;
  }
}
