import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { after } from '../data/days.js';
import { UntakenAccounts } from '../identity/untaken-accounts.service.js';
import { LinksService } from '../links/links.service.js';
import { inEachNetwork } from '../networks/every-network.js';
import { Invitation } from './invitation.entity.js';

export const invitationsPurgeQueue = 'invitations-purge';
export const invitationsForgettingQueue = 'invitations-forgetting';

/** An id, never the address. */
interface Ended {
  readonly networkId: string;
  readonly invitationId: string;
}

/**
 * Forgets where invitations went that have ended some time ago, with their links, and first the account that was made for the address and that
 * nobody took; that somebody was invited, to what and when stays.
 */
@Injectable()
export class InvitationsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly links: LinksService,
    private readonly accounts: UntakenAccounts,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('11 9 * * *', invitationsPurgeQueue, () => this.purge());
    await this.jobs.work<Ended>(invitationsForgettingQueue, (ended) => this.forget(ended));
  }

  async purge(): Promise<void> {
    await inEachNetwork(this.em, (networkId) => this.purgeNetwork(networkId));
  }

  private async purgeNetwork(networkId: string): Promise<void> {
    const longAgo = { $lt: after(await this.clock.now(this.em), -retention.endedInvitationDays) };
    const ended = { $or: [{ acceptedAt: longAgo }, { revokedAt: longAgo }, { expiresAt: longAgo, acceptedAt: null, revokedAt: null }] };
    const due = await this.em.find(Invitation, { networkId, email: { $ne: '' }, ...ended });
    for (const { id } of due)
      await this.jobs.enqueue(this.em, invitationsForgettingQueue, id, { networkId, invitationId: id } satisfies Ended);
  }

  /** The address last: while the provider is away it is needed, and tried again. */
  private async forget({ networkId, invitationId: id }: Ended): Promise<void> {
    const invitation = await inNetwork(this.em, { networkId, readOnly: true }, (em) => em.findOne(Invitation, { networkId, id }));
    if (!invitation || invitation.email === '') return;
    await this.accounts.close(invitation.email, id);
    await inNetwork(this.em, { networkId }, async (em) => {
      await this.links.forget(networkId, [id]);
      (await em.findOneOrFail(Invitation, { networkId, id })).forgetAddress();
    });
  }
}
