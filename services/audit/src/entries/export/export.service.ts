import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { auditErrors, type exportAuditEntries } from '@alianza/contracts/audit/entries';
import { DomainError } from '@alianza/contracts/errors';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { File } from '@alianza/platform/files/file.entity';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { Files } from '@alianza/platform/files/files';
import { newId, nowhere } from '@alianza/platform/ids';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { textIn } from '@alianza/texts/server';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { findHead, listChains } from '../../chain/chain.queries.js';
import { beginning } from '../../chain/link.js';
import { endOfWindow, findEntries, type FoundEntry, type Wanted } from '../entries.queries.js';
import { exportTypes, fileOf } from './export-formats.js';

export const exportsQueue = 'exports-purge';

/** As many are written while somebody waits; who wants more takes one period after the other. */
const most = 20_000;
const step = 2000;
/** Where words are looked for, many entries are read for few that are found. */
const mostSteps = 40;
const folder = 'audit/exports/';
const hour = 60 * 60 * 1000;

/** What the audit's filters find, as a file that is taken once and forgotten the same night. */
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
    await this.jobs.workAt('53 9 * * *', exportsQueue, () => this.purge());
  }

  async take({ format, ...filter }: InputOf<typeof exportAuditEntries>, call: Call): Promise<AnswerOf<typeof exportAuditEntries>> {
    const networkId = call.networkId ?? nowhere;
    const head = (await findHead(this.em, networkId)) ?? { position: 0, hash: beginning };
    const entries = await this.read({ networkId, filter, before: head.position + 1 });
    const [last, first] = [entries.at(0), entries.at(-1)].map((entry) => (entry ? Number(entry.position) : null));
    const about = { networkId, takenAt: await this.clock.now(this.em), filter, head, first: first ?? null, last: last ?? null };
    const bytes = await fileOf(format, { ...about, entries, text: textIn(call.lang) });
    const range = entries.length === 0 ? '0' : `${String(first)}-${String(last)}`;
    const name = `${textIn(call.lang)('auditLog.file')}-${about.takenAt.toISOString().slice(0, 10)}-${range}.${format}`;
    const file = await this.keep({ networkId, name, type: exportTypes[format], createdAt: about.takenAt }, bytes);
    return { ...this.files.ticket(file, call), entries: entries.length, first: about.first, last: about.last, head };
  }

  /** All that the filters find, up to where the chain ended, in steps between which others are served. */
  private async read({ before: end, ...wanted }: Wanted): Promise<FoundEntry[]> {
    const entries: FoundEntry[] = [];
    let before: number | null = end;
    for (let steps = 0; before !== null; steps++) {
      const found: FoundEntry[] = await findEntries(this.em, { ...wanted, before, limit: step });
      entries.push(...found);
      if (entries.length > most || steps > mostSteps) throw new DomainError(auditErrors['audit-export-large'], { most });
      before = found.length === step ? Number(found.at(-1)?.position) : await endOfWindow(this.em, { ...wanted, before });
    }
    return entries;
  }

  private async keep(about: Pick<File, 'networkId' | 'name' | 'type' | 'createdAt'>, bytes: Buffer): Promise<File> {
    const id = newId();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = this.em.create(File, { ...about, id, key: folder + id, size: bytes.length, sha256 });
    await this.store.put(file.key, Readable.from([bytes], { objectMode: false }));
    this.em.persist(file);
    return file;
  }

  async purge(): Promise<void> {
    const chains = await inNetwork(this.em, { networkId: nowhere, readOnly: true }, listChains);
    for (const { networkId } of chains) await inNetwork(this.em, { networkId }, () => this.purgeNetwork(networkId));
  }

  /** Bytes first: a run that fails in between leaves a row that the next one finds. */
  private async purgeNetwork(networkId: string): Promise<void> {
    const createdAt = { $lt: new Date((await this.clock.now(this.em)).getTime() - hour) };
    const old = await this.em.find(File, { networkId, createdAt });
    for (const file of old) await this.files.remove(file);
    await this.em.nativeDelete(File, { networkId, id: old.map(({ id }) => id) });
  }
}
