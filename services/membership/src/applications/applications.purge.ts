import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { daysOf, retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { File } from '@alianza/platform/files/file.entity';
import { Files } from '@alianza/platform/files/files';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { after } from '../data/days.js';
import { LinksService } from '../links/links.service.js';
import { Network } from '../networks/network.entity.js';
import { Application, confirmationDays } from './application.entity.js';

export const purgeQueue = 'applications-purge';

/** Applications that led to nothing are kept so long after their last change. */
const keptDays = daysOf(retention.fruitlessApplicationMonths);

/** Forgets applications that nobody confirmed within a week, and those that led to nothing within a year, with letters and links. */
@Injectable()
export class ApplicationsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly links: LinksService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(purgeQueue, () => this.purge());
    await this.jobs.schedule(purgeQueue, '41 8 * * *');
  }

  async purge(): Promise<void> {
    const networks = await inNetwork(this.em, { networkId: null, readOnly: true }, (em) => em.find(Network, {}));
    for (const { id } of networks) await inNetwork(this.em, { networkId: id }, () => this.purgeNetwork(id));
  }

  private async purgeNetwork(networkId: string): Promise<void> {
    const now = await this.clock.now(this.em);
    const unconfirmed = { status: 'unconfirmed' as const, filedAt: { $lt: after(now, -confirmationDays) } };
    const fruitless = { status: { $ne: 'accepted' as const }, changedAt: { $lt: after(now, -keptDays) } };
    const due = await this.em.find(Application, { networkId, $or: [unconfirmed, fruitless] });
    const ids = due.map(({ id }) => id);
    await this.forgetLetters(
      networkId,
      due.flatMap(({ letterFileId }) => letterFileId ?? []),
    );
    await this.links.forget(networkId, ids);
    await this.em.nativeDelete(Application, { networkId, id: ids });
  }

  /** Bytes first: a run that fails in between leaves a row that the next one finds, never bytes that nothing names. */
  private async forgetLetters(networkId: string, ids: string[]): Promise<void> {
    const letters = await this.em.find(File, { networkId, id: ids });
    for (const letter of letters) await this.files.remove(letter);
    await this.em.nativeDelete(File, { networkId, id: ids });
  }
}
