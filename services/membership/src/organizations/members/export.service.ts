import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { exportMembers } from '@alianza/contracts/membership/directory/members';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { File } from '@alianza/platform/files/file.entity';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { Files } from '@alianza/platform/files/files';
import { newId } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { dayOf } from '../../data/civil-days.queries.js';
import { after } from '../../data/days.js';
import { inEachNetwork } from '../../networks/every-network.js';
import { Network } from '../../networks/network.entity.js';
import { readMembers } from './members.queries.js';
import { viewRow } from './members.service.js';
import { sheetTypes, writeMemberSheet } from './member-export.js';

export const exportsQueue = 'exports-purge';

/** Far more than a network has. */
const most = 20_000;
const folder = 'membership/exports/';

type Ticket = AnswerOf<typeof exportMembers>;
export interface KeptSheet {
  readonly bytes: Buffer;
  readonly format: keyof typeof sheetTypes;
  readonly of?: string;
}

/** What the table of members shows, as a file that is taken once and forgotten the same night. */
@Injectable()
export class ExportService implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly jobs: Jobs,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workAt('23 9 * * *', exportsQueue, () => this.purge());
  }

  async take({ columns, format, sort, order, ...filter }: InputOf<typeof exportMembers>, call: Call): Promise<Ticket> {
    const networkId = call.network;
    const { content, code, zone } = await this.em.findOneOrFail(Network, { id: networkId });
    const found = await readMembers(
      this.em,
      { networkId, filter },
      { sort, order },
      { last: null, limit: most, at: await this.clock.now(this.em) },
    );
    const members = found.map((row) => viewRow(row, call));
    const bytes = await writeMemberSheet({ members, columns, format, reader: call, zone, categories: content.categories });
    return this.keep({ bytes, format }, { code, zone }, call);
  }

  /** Any table of a network as a file to be taken once; `of` what, where that is not its members. */
  async keep({ bytes, format, of }: KeptSheet, { code, zone }: Pick<Network, 'code' | 'zone'>, call: Call): Promise<Ticket> {
    const createdAt = await this.clock.now(this.em);
    const name = [code, ...(of === undefined ? [] : [of]), `${dayOf(createdAt, zone)}.${format}`].join('-');
    const id = newId();
    const kept = { id, networkId: call.network, key: folder + id, name, type: sheetTypes[format], size: bytes.length, createdAt };
    const file = this.em.create(File, { ...kept, sha256: createHash('sha256').update(bytes).digest('hex') });
    await this.store.put(file.key, Readable.from([bytes], { objectMode: false }));
    this.em.persist(file);
    return this.files.ticket(file, call);
  }

  async purge(): Promise<void> {
    await inEachNetwork(this.em, (networkId) => this.purgeNetwork(networkId));
  }

  /** Bytes first: a run that fails in between leaves a row that the next one finds. */
  private async purgeNetwork(networkId: string): Promise<void> {
    const createdAt = { $lt: after(await this.clock.now(this.em), -1 / 24) };
    const old = await this.em.find(File, { networkId, key: { $like: `${folder}%` }, createdAt });
    for (const file of old) await this.files.remove(file);
    await this.em.nativeDelete(File, { networkId, id: old.map(({ id }) => id) });
  }
}
