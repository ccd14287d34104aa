import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Files } from '@alianza/platform/files/files';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { RecordFile } from './record-file.entity.js';
import { lockForsaken } from './record-files.queries.js';

export const recordFilesQueue = 'record-files-purge';

/** Forgets, every night, what was brought to a practice a week ago or earlier and is part of it no more, nor of anything that is public. */
@Injectable()
export class RecordFilesPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
    private readonly files: Files,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(recordFilesQueue, () => this.purge());
    await this.jobs.schedule(recordFilesQueue, '17 9 * * *');
  }

  async purge(): Promise<void> {
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    for (const { id: networkId } of items) await inNetwork(this.em, { networkId, timeout: 60_000 }, () => this.purgeNetwork(networkId));
  }

  /** Bytes first: a run that fails in between leaves a row that the next one finds, never bytes that nothing names. */
  private async purgeNetwork(networkId: string): Promise<void> {
    const forsaken = await this.em.find(RecordFile, { networkId, id: { $in: await lockForsaken(this.em, networkId) } });
    for (const { key, picture } of forsaken) await this.files.remove({ key, picture: picture ?? null });
    await this.em.nativeDelete(RecordFile, { networkId, id: { $in: forsaken.map(({ id }) => id) } });
  }
}
