import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { queryRows } from '@alianza/platform/data/queries';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { CONFIG } from '@alianza/platform/run/service-definition';
import type { MembershipConfig } from '../config.js';
import { after } from '../data/days.js';
import { IDENTITY, type IdentityDirectory } from '../identity/identity-directory.js';
import { LinksService } from '../links/links.service.js';
import { inEachNetwork, networkIds } from '../networks/every-network.js';
import { Account } from '../people/account.entity.js';
import { addressOfSomebody, openAtAddress } from './days/invitations.queries.js';
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
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
    @Inject(CONFIG) private readonly config: MembershipConfig,
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
    await this.closeUntaken(invitation);
    await inNetwork(this.em, { networkId }, async (em) => {
      await this.links.forget(networkId, [id]);
      (await em.findOneOrFail(Invitation, { networkId, id })).forgetAddress();
    });
  }

  /** Who was invited to it anew while it was closed has one again. */
  private async closeUntaken({ id, email }: Invitation): Promise<void> {
    if (await this.isWanted(email, id)) return;
    const subject = await this.identity.accountAt(email);
    if (subject === null || (await this.isTaken(subject))) return;
    await this.identity.deleteAccount(subject);
    if (await this.isWanted(email, id)) await this.identity.ensureAccount(email);
  }

  /** By another invitation that is open, wherever, or as the address of somebody who is known. */
  private async isWanted(email: string, but: string): Promise<boolean> {
    const found = (networkId: string | null, ask: () => Promise<unknown[]>) =>
      inNetwork(this.em, { networkId, readOnly: true }, async () => (await ask()).length > 0);
    if (await found(null, () => queryRows(this.em, addressOfSomebody, [email]))) return true;
    for (const networkId of await networkIds(this.em))
      if (await found(networkId, async () => queryRows(this.em, openAtAddress, [networkId, email, but, await this.clock.now(this.em)])))
        return true;
    return false;
  }

  /** By a person, or by whoever is configured to operate the platform and has not come yet. */
  private isTaken(subject: string): Promise<boolean> {
    if (this.config.OPERATORS.some((operator) => operator.subject === subject)) return Promise.resolve(true);
    return inNetwork(this.em, { networkId: null, readOnly: true }, async (em) => (await em.count(Account, { subject })) > 0);
  }
}
