import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { locateMark } from '@alianza/contracts/membership/settings/network-settings';
import type { AnswerOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Files } from '@alianza/platform/files/files';
import { Jobs } from '@alianza/platform/jobs/jobs';
import type { KeptMark, Network, NetworkRow } from '../network.entity.js';
import { oneNetwork } from '../networks.queries.js';
import { MarkNotFoundError } from './networks.errors.js';

export const marksQueue = 'marks-forgotten';

type Forgotten = Pick<KeptMark, 'key' | 'width' | 'height'>;
const hashLength = 32;

/** The picture by which a network is known: drawn anew at the edge, public as the network is. */
@Injectable()
export class MarksService implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly reads: PublicReads,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Forgotten>(marksQueue, ({ key, width, height }) => this.files.remove({ key, picture: { width, height } }));
  }

  /** Another mark, or none; the bytes of the one before go once this is settled. */
  async put(network: Network, uploadId: string | null, call: Call): Promise<void> {
    const before = network.mark ?? null;
    if (uploadId === null && before === null) return;
    network.bear(uploadId === null ? null : await this.take(uploadId, call));
    if (!before) return;
    const { key, width, height } = before;
    await this.jobs.enqueue(this.em, marksQueue, key, { key, width, height } satisfies Forgotten);
  }

  async locate(hash: string, call: Call): Promise<AnswerOf<typeof locateMark>> {
    const [row] = await this.reads.rows<NetworkRow>(oneNetwork, [call.network], call.request.left);
    if (row?.mark?.hash !== hash) throw new MarkNotFoundError();
    return { key: row.mark.key, width: row.mark.width };
  }

  private async take(uploadId: string, call: Call): Promise<KeptMark> {
    const { key, sha256, picture } = await this.files.take(call, uploadId, 'network-mark');
    if (!picture) throw new Error('a mark is a picture');
    return { key, hash: sha256.slice(0, hashLength), ...picture };
  }
}
