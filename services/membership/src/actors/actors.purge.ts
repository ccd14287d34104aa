import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { daysOf, retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { after } from '../data/days.js';
import { inEachNetwork } from '../networks/every-network.js';
import { Organization } from '../organizations/organization.entity.js';
import { Actor } from './actor.entity.js';

export const actorsPurgeQueue = 'actors-purge';

const keptDays = daysOf(retention.actorContactMonths);

/** Forgets whom to write to where nobody looked after an actor for a year, and of whoever came in by another way than its application. */
@Injectable()
export class ActorsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('17 8 * * *', actorsPurgeQueue, () => this.purge());
  }

  async purge(): Promise<void> {
    await inEachNetwork(this.em, (networkId) => this.purgeNetwork(networkId));
  }

  private async purgeNetwork(networkId: string): Promise<void> {
    const held = (await this.em.find(Actor, { networkId })).filter(({ contact }) => contact);
    const ids = held.map(({ organizationId }) => organizationId);
    const members = await this.em.find(Organization, { networkId, id: { $in: ids }, kind: 'member' }, { fields: ['id'] });
    const inside = new Set(members.map(({ id }) => id));
    const before = after(await this.clock.now(this.em), -keptDays);
    for (const actor of held) if (actor.changedAt < before || inside.has(actor.organizationId)) actor.forgetContact();
    await this.em.flush();
  }
}
