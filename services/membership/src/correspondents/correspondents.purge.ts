import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Clock } from '@alianza/platform/clock';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { LinksService } from '../links/links.service.js';
import { inEachNetwork } from '../networks/every-network.js';
import { Correspondent } from './correspondent.entity.js';

export const correspondentsQueue = 'correspondents-purge';

/** Forgets addresses whose time has come, with their links: what was asked and answered stays without them. */
@Injectable()
export class CorrespondentsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly links: LinksService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('51 8 * * *', correspondentsQueue, () => this.purge());
  }

  async purge(): Promise<void> {
    await inEachNetwork(this.em, (networkId) => this.purgeNetwork(networkId));
  }

  private async purgeNetwork(networkId: string): Promise<void> {
    const due = await this.em.find(Correspondent, { networkId, forgottenAt: { $lt: await this.clock.now(this.em) } });
    const ids = due.map(({ id }) => id);
    await this.em.nativeDelete(Correspondent, { networkId, id: ids });
    await this.links.forget(networkId, ids);
  }
}
