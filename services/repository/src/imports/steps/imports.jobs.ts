import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { listNetworkIds } from '@alianza/contracts/membership/networks';
import { milliseconds, retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '@alianza/platform/clock';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import type { Of } from '@alianza/platform/sheets/import-tables';
import { ImportApplication } from './import-application.service.js';
import { ImportRow } from '../import-row.entities.js';
import { ImportSteps, type Within } from './import-steps.service.js';
import { Import } from '../import.entity.js';
import { importsPurgeQueue, importsQueue } from './imports.queues.js';

export type ImportStep = 'read' | 'check' | 'apply';
type Work = Of & { readonly step: ImportStep };

/** Milliseconds that a statement of a step may take. */
const timeout = 30_000;
/** For so long the rows of an import can be read; what it did, and of which file, stays. One that nobody confirmed goes as a whole. */
const keptFor = milliseconds(retention.importRowDays);

/** What of an import takes longer than an answer may. */
@Injectable()
export class ImportJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly operations: OperationsClient,
    private readonly steps: ImportSteps,
    private readonly application: ImportApplication,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Work>(importsQueue, (work) => this.run(work));
    await this.jobs.work(importsPurgeQueue, () => this.purge());
    await this.jobs.schedule(importsPurgeQueue, '41 8 * * *');
  }

  /**
   * After the transaction at hand has committed. Each version has a job of its own: one of the version before may still be held to run, though it has
   * done its work and will not look again.
   */
  async later({ id, networkId, version }: Import, step: ImportStep): Promise<void> {
    const work: Work = { networkId, importId: id, step };
    await this.jobs.enqueue(this.em, importsQueue, `${id} ${step} ${String(version)}`, work);
  }

  private async run({ networkId, importId, step }: Work): Promise<void> {
    const within: Within = (work) => inNetwork(this.em, { networkId, timeout }, work);
    const of = { networkId, importId };
    if (step === 'read') await this.steps.read(of, within);
    else if (step === 'check') await this.steps.check(of, within);
    else await this.application.apply(of, within);
  }

  async purge(): Promise<void> {
    const { items } = await this.operations.ask(listNetworkIds, {}, null);
    for (const { id } of items) await inNetwork(this.em, { networkId: id, timeout }, () => this.purgeNetwork(id));
  }

  private async purgeNetwork(networkId: string): Promise<void> {
    const before = new Date((await this.clock.now(this.em)).getTime() - keptFor);
    const old = await this.em.find(Import, { networkId, begunAt: { $lt: before }, status: { $ne: 'applying' } });
    await this.em.nativeDelete(ImportRow, { networkId, importId: { $in: old.map(({ id }) => id) } });
    for (const entity of old) {
      if (entity.reportKey) await this.store.remove(entity.reportKey);
      if (entity.status === 'done') entity.reportKey = null;
      else this.em.remove(entity);
    }
    await this.em.flush();
  }
}
