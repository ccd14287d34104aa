import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Relay } from '@alianza/platform/events/relay';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { LOG, type Log } from '@alianza/platform/run/service-definition';
import { AccountsClosing } from './accounts-closing.jobs.js';
import { Erasure } from './erasure.entity.js';
import { ErasingService } from './erasing.service.js';

export const erasuresQueue = 'erasures';

/** Forgets whose week is over, hour by hour; what they had at the provider is closed after it. */
@Injectable()
export class ErasureJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly relay: Relay,
    private readonly erasing: ErasingService,
    private readonly closing: AccountsClosing,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('19 * * * *', erasuresQueue, () => this.run());
  }

  /** One who cannot be forgotten keeps nobody else from being. */
  async run(): Promise<void> {
    const due = await inNetwork(this.em, { networkId: null, readOnly: true }, async (em) =>
      em.find(Erasure, { dueAt: { $lte: await this.clock.now(em) }, withdrawnAt: null, doneAt: null }, { orderBy: { dueAt: 'asc' } }),
    );
    const failures: unknown[] = [];
    for (const erasure of due) await this.erase(erasure).catch((error: unknown) => failures.push(error));
    this.relay.wake();
    for (const error of failures) this.log.error({ error }, 'somebody could not be forgotten');
    await this.closing.enqueueLeft();
    if (failures.length > 0) throw new Error(`${String(failures.length)} people could not be forgotten`);
  }

  private async erase(erasure: Erasure): Promise<void> {
    const mailed = await this.erasing.mailed(erasure);
    await inNetwork(this.em, { networkId: null, timeout: 60_000 }, async (em) => {
      const personId = await this.erasing.erase(erasure.id, mailed);
      if (personId !== null) await this.closing.enqueue(em, personId);
    });
  }
}
