import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ImportStep } from '@alianza/contracts/imports/sheet-imports';
import { milliseconds, retention } from '@alianza/contracts/privacy/retention';
import { Clock } from '../../clock.js';
import { inNetwork } from '../../data/tenancy.js';
import { FILES, type FileStore } from '../../files/file-store.js';
import { Jobs } from '../../jobs/jobs.js';
import { importActs } from '../import-acts.js';
import { ImportApplication } from './import-application.service.js';
import type { SheetImport } from '../import-entity.js';
import { importQueues } from '../import-queues.js';
import { ImportSteps, type Within } from './import-steps.service.js';
import type { Of } from '../import-tables.js';
import { SheetKind } from '../sheet-kind.js';

type Work = Of & { readonly step: 'read' | 'check' | 'apply' };
const workOf: Readonly<Record<ImportStep, Work['step']>> = { reading: 'read', checking: 'check', applying: 'apply' };

/** Milliseconds that a statement of a step may take. */
const timeout = 30_000;
/** With pauses that double these take two minutes; what a database or a disk is away for counts nowhere, since nothing can be noted then. */
const mostTries = 8;
/** For so long the rows of an import can be read; what it did, and of which file, stays. One that nobody confirmed goes as a whole. */
const keptFor = milliseconds(retention.importRowDays);

/** What of an import takes longer than an answer may. */
@Injectable()
export class ImportJobs implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly steps: ImportSteps,
    private readonly application: ImportApplication,
    private readonly kind: SheetKind,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const [queue, purge] = importQueues(this.kind.queue);
    await this.jobs.work<Work>(queue, (work) => this.run(work));
    await this.jobs.workAt(this.kind.purgedAt, purge, () => this.purge());
  }

  /**
   * After the transaction at hand has committed. Each version has a job of its own: one of the version before may still be held to run, though it has
   * done its work and will not look again.
   */
  async later({ id, networkId, version }: SheetImport, status: ImportStep): Promise<void> {
    const step = workOf[status];
    const work: Work = { networkId, importId: id, step };
    await this.jobs.enqueue(this.em, this.kind.queue, `${id} ${step} ${String(version)}`, work);
  }

  private async run({ networkId, importId, step }: Work): Promise<void> {
    const within: Within = (work) => inNetwork(this.em, { networkId, timeout }, work);
    const of = { networkId, importId };
    try {
      if (step === 'read') await this.steps.read(of, within);
      else if (step === 'check') await this.steps.check(of, within);
      else await this.application.apply(of, within);
    } catch (error) {
      await within(() => this.noteTry(of));
      throw error;
    }
  }

  /** What fails again and again without coming any further is told instead of being tried for a day. */
  private async noteTry(of: Of): Promise<void> {
    if ((await this.kind.tables.noteTry(this.em, of)) >= mostTries) await this.steps.fail(of, 'stuck');
  }

  async purge(): Promise<void> {
    for (const id of await this.kind.networks()) await inNetwork(this.em, { networkId: id, timeout }, () => this.purgeNetwork(id));
  }

  private async purgeNetwork(networkId: string): Promise<void> {
    const before = new Date((await this.clock.now(this.em)).getTime() - keptFor);
    const old = await this.em.find(this.kind.entity, { networkId, begunAt: { $lt: before }, status: { $ne: 'applying' } });
    await this.kind.tables.forgetRows(
      this.em,
      networkId,
      old.map(({ id }) => id),
    );
    for (const one of old) {
      if (one.reportKey) await this.store.remove(one.reportKey);
      if (one.confirmedAt) importActs.close(one);
      else this.em.remove(one);
    }
    await this.em.flush();
  }
}
