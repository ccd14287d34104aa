import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { applicationForgotten } from '@alianza/contracts/membership/applications';
import { retention } from '@alianza/contracts/privacy/retention';
import type { Origin } from '@alianza/platform/calls/call';
import { byItself } from '@alianza/platform/calls/by-itself';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { File } from '@alianza/platform/files/file.entity';
import { Files } from '@alianza/platform/files/files';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { ActorProgress } from '../actors/actor-progress.service.js';
import { after } from '../data/days.js';
import { LinksService } from '../links/links.service.js';
import { inEachNetwork } from '../networks/every-network.js';
import { Application, confirmationDays, decided, keptDays } from './application.entity.js';

export const purgeQueue = 'applications-purge';

/** Forgets applications that nobody confirmed within a week, and those that led to nothing within a year, with letters and links; of those decided, the address. */
@Injectable()
export class ApplicationsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly links: LinksService,
    private readonly actors: ActorProgress,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('41 8 * * *', purgeQueue, () => this.purge());
  }

  async purge(): Promise<void> {
    await inEachNetwork(this.em, (networkId) => this.purgeNetwork(networkId));
  }

  private async purgeNetwork(networkId: string): Promise<void> {
    const now = await this.clock.now(this.em);
    const unconfirmed = { status: 'unconfirmed' as const, filedAt: { $lt: after(now, -confirmationDays) } };
    const fruitless = { status: { $ne: 'accepted' as const }, changedAt: { $lt: after(now, -keptDays) } };
    const where = { networkId, $or: [unconfirmed, fruitless] };
    const due = await this.em.find(Application, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const settled = { networkId, status: { $in: [...decided] }, changedAt: { $lt: after(now, -retention.decidedApplicationDays) } };
    await this.em.nativeUpdate(Application, { ...settled, email: { $ne: '' } }, { email: '', emailKey: null });
    const ids = due.map(({ id }) => id);
    await this.forgetLetters(
      networkId,
      due.flatMap(({ letterFileId }) => letterFileId ?? []),
    );
    await this.em.nativeDelete(Application, { networkId, id: ids });
    await this.links.forget(networkId, ids);
    const origin = byItself('membership', networkId);
    for (const application of due) await this.settle(application, origin);
  }

  /** The audit forgets whose it was; where it was still open, whoever was told to decide it has nothing left to do. */
  private async settle(application: Application, origin: Origin): Promise<void> {
    const { id, version, status } = application;
    record(this.em, origin, applicationForgotten, { aggregateId: id, aggregateVersion: version, data: { status } });
    if (application.isOpen()) await this.actors.left(application, origin);
  }

  /** Bytes first: a run that fails in between leaves a row that the next one finds, never bytes that nothing names. */
  private async forgetLetters(networkId: string, ids: string[]): Promise<void> {
    const letters = await this.em.find(File, { networkId, id: ids });
    for (const letter of letters) await this.files.remove(letter);
    await this.em.nativeDelete(File, { networkId, id: ids });
  }
}
