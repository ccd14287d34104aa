import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { daysOf, retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { File } from '@alianza/platform/files/file.entity';
import { Files } from '@alianza/platform/files/files';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { after } from '../../data/days.js';
import { inEachNetwork } from '../../networks/every-network.js';
import { Letter } from '../letter.entity.js';

export const lettersPurgeQueue = 'letters-purge';

/** Deletes the files of letters that have long been replaced, or whose role has long ended; that there was such a letter stays. */
@Injectable()
export class LettersPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly files: Files,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('1 9 * * *', lettersPurgeQueue, () => this.purge());
  }

  async purge(): Promise<void> {
    await inEachNetwork(this.em, (networkId) => this.purgeNetwork(networkId));
  }

  /** The time begins with the first run that finds a letter closed. */
  private async purgeNetwork(networkId: string): Promise<void> {
    const now = await this.clock.now(this.em);
    await this.em.nativeUpdate(Letter, { networkId, status: 'closed', closedAt: null }, { closedAt: now });
    const closedAt = { $lt: after(now, -daysOf(retention.letterFileMonths)) };
    const due = await this.em.find(Letter, { networkId, status: 'closed', closedAt, fileId: { $ne: null } });
    const files = await this.em.find(File, { networkId, id: due.flatMap(({ fileId }) => fileId ?? []) });
    for (const file of files) await this.files.remove(file);
    await this.em.nativeDelete(File, { networkId, id: files.map(({ id }) => id) });
    for (const letter of due) letter.forgetFile();
  }
}
