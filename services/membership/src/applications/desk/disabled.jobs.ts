import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { releaseLetters } from '../../desk/letter-release.js';
import { disabledQueue, type Disabled } from '../../people/disabling.service.js';
import { PersonNetwork } from '../../people/person-network.entity.js';
import { Person } from '../../people/person.entity.js';
import { releaseApplications } from './giving-back.js';

/** Who may not come in any more decides nothing: what they had goes back to the queue of each of their networks. */
@Injectable()
export class DisabledJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Disabled>(disabledQueue, (disabled) => this.giveBack(disabled));
  }

  private async giveBack({ personId, actor, cause }: Disabled): Promise<void> {
    for (const networkId of await this.networksOf(personId))
      await inNetwork(this.em, { networkId }, async (em) => {
        if ((await em.count(Person, { id: personId, disabledAt: { $ne: null } })) === 0) return; // let in again meanwhile
        await releaseApplications(em, { networkId, personId }, await this.clock.now(em), { networkId, actor, cause });
        await releaseLetters(em, { networkId, personId }, { networkId, actor, cause });
      });
  }

  private async networksOf(personId: string): Promise<string[]> {
    const places = await inNetwork(this.em, { networkId: null, readOnly: true }, (em) => em.find(PersonNetwork, { personId }));
    return places.map(({ networkId }) => networkId);
  }
}
