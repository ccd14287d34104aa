import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { IDENTITY, type IdentityDirectory } from '../identity/identity-directory.js';
import { Invitation } from './invitation.entity.js';

export const identityQueue = 'identity';

/** An id, never the address. */
interface Invited {
  networkId: string;
  invitationId: string;
}

/** Who is invited gets an account at the provider; while the provider is away, invitations are issued all the same. */
@Injectable()
export class InvitationJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    @Inject(IDENTITY) private readonly identity: IdentityDirectory,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Invited>(identityQueue, (invited) => this.ensureAccount(invited));
  }

  /** Takes part in the transaction at hand. */
  async enqueue(invitations: readonly Invitation[]): Promise<void> {
    const wanted = invitations.map(({ id, networkId }) => [id, { networkId, invitationId: id } satisfies Invited] as const);
    await this.jobs.enqueueAll(this.em, identityQueue, new Map(wanted));
  }

  private async ensureAccount({ networkId, invitationId }: Invited): Promise<void> {
    const find = (em: Pick<EntityManager, 'findOne'>) => em.findOne(Invitation, { networkId, id: invitationId });
    const invitation = await inNetwork(this.em, { networkId, readOnly: true }, find);
    if (invitation && !invitation.revokedAt && invitation.email !== '') await this.identity.ensureAccount(invitation.email);
  }
}
