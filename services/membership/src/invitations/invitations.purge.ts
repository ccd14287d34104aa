import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { after } from '../data/days.js';
import { LinksService } from '../links/links.service.js';
import { inEachNetwork } from '../networks/every-network.js';
import { Invitation } from './invitation.entity.js';

export const invitationsPurgeQueue = 'invitations-purge';

/** Forgets where invitations went that have ended some time ago, with their links; that somebody was invited, to what and when stays. */
@Injectable()
export class InvitationsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly links: LinksService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('11 9 * * *', invitationsPurgeQueue, () => this.purge());
  }

  async purge(): Promise<void> {
    await inEachNetwork(this.em, (networkId) => this.purgeNetwork(networkId));
  }

  private async purgeNetwork(networkId: string): Promise<void> {
    const longAgo = { $lt: after(await this.clock.now(this.em), -retention.endedInvitationDays) };
    const ended = { $or: [{ acceptedAt: longAgo }, { revokedAt: longAgo }, { expiresAt: longAgo, acceptedAt: null, revokedAt: null }] };
    const due = await this.em.find(Invitation, { networkId, email: { $ne: '' }, ...ended });
    await this.links.forget(
      networkId,
      due.map(({ id }) => id),
    );
    for (const invitation of due) invitation.forgetAddress();
  }
}
