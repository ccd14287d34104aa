import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { dayOf } from './counts.service.js';
import { forgetDaysBefore, readPastDays } from './counts.queries.js';

export const countsQueue = 'counts-of-the-past';

/** Throws away, every ten minutes, salts and visitors of days that are over: from then on nobody can tell who they were. */
@Injectable()
export class CountsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('*/10 * * * *', countsQueue, () => this.purge());
  }

  async purge(): Promise<void> {
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    for (const { id: networkId } of items) {
      await inNetwork(this.em, { networkId, timeout: 60_000 }, async (em) => {
        const today = dayOf(await this.clock.now(em));
        if ((await readPastDays(em, networkId, today)).length > 0) await forgetDaysBefore(em, networkId, today);
      });
    }
  }
}
