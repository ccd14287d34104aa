import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { services } from '@alianza/contracts/access';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { partsOf } from '@alianza/platform/files/files';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { forgetSpentTickets } from '../downloads/tickets.queries.js';
import { NetworkDirectory } from '../networks/network-directory.js';
import { stagedFolder, stagedFor, Upload } from './upload.entity.js';

export const stagedUploadsQueue = 'staged-uploads';

/** Milliseconds, more than enough, between the last of an upload's bytes and the row that names them. */
const stagingTime = 600_000;

/**
 * Forgets, every hour, files that no command came for within a day, what a process that was killed left of one that arrived or was taken over, and
 * tickets that nobody can show any more.
 */
@Injectable()
export class UploadsPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly networks: NetworkDirectory,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('29 * * * *', stagedUploadsQueue, () => this.purge());
  }

  async purge(): Promise<void> {
    await inNetwork(this.em, { networkId: null }, (em) => forgetSpentTickets(em)); // first: it needs no store
    for (const { id } of await this.networks.all()) await this.purgeNetwork(id);
    const oldest = this.clock.instant().getTime() - stagedFor;
    for (const folder of [stagedFolder, ...services]) await this.store.removeUnfinished(folder, new Date(oldest));
    await this.store.removeOld(stagedFolder, new Date(oldest - stagingTime));
  }

  /** Bytes first: a run that fails in between leaves a row that the next one finds, never bytes that nothing names. */
  private async purgeNetwork(networkId: string): Promise<void> {
    await inNetwork(this.em, { networkId, timeout: 60_000 }, async (em) => {
      const oldest = new Date((await this.clock.now(em)).getTime() - stagedFor);
      const late = await em.find(Upload, { networkId, stagedAt: { $lte: oldest } });
      for (const { key, picture } of late) for (const part of partsOf(picture ?? null)) await this.store.remove(key + part);
      await em.nativeDelete(Upload, { networkId, id: late.map(({ id }) => id) });
    });
  }
}
