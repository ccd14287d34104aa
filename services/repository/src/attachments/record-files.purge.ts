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

interface Discarded {
  readonly networkId: string;
  readonly practiceId: string;
}

/**
 * Forgets, every night, what was brought to a practice a week ago or earlier and is part of it no more, nor of anything that is public; of a practice
 * that was thrown away everything at once.
 */
@Injectable()
export class RecordFilesPurge implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
    private readonly files: Files,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt<Discarded>('17 9 * * *', recordFilesQueue, (of) => this.purge(of));
  }

  async purge({ networkId: where, practiceId }: Partial<Discarded> = {}): Promise<void> {
    if (where !== undefined && practiceId !== undefined) return this.purgeIn(where, practiceId);
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    for (const { id } of items) await this.purgeIn(id, null);
  }

  private purgeIn(networkId: string, practiceId: string | null): Promise<void> {
    return inNetwork(this.em, { networkId, timeout: 60_000 }, () => this.forget(networkId, practiceId));
  }

  /** Bytes first: a run that fails in between leaves a row that the next one finds, never bytes that nothing names. */
  private async forget(networkId: string, practiceId: string | null): Promise<void> {
    const forsaken = await this.em.find(RecordFile, { networkId, id: { $in: await lockForsaken(this.em, networkId, practiceId) } });
    for (const { key, picture } of forsaken) await this.files.remove({ key, picture: picture ?? null });
    await this.em.nativeDelete(RecordFile, { networkId, id: { $in: forsaken.map(({ id }) => id) } });
  }
}
