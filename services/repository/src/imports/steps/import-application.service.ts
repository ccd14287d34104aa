import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { importFinished } from '@alianza/contracts/repository/imports';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import type { Of } from '@alianza/platform/sheets/import-tables';
import { Practice } from '../../practices/practice.entity.js';
import { oneAtATime } from '../../publication/one-at-a-time.queries.js';
import { SlugsService } from '../../publication/slugs.service.js';
import type { Import } from '../import.entity.js';
import { ImportSteps, type Within } from './import-steps.service.js';
import { countResults, noteApplied, noteMoreDone, readWaiting, rememberIdentities, type PlannedRow } from '../imports.queries.js';
import { ofKind } from '../rows/identities.js';
import { findRecords } from '../rows/records.js';
import { SourcedRecords, type Writing } from './sourced-records.service.js';

/** Rows written in one transaction: a process that dies loses no more than these, and they are written again. */
const atOnce = 20;

interface Applied {
  readonly applied: NonNullable<PlannedRow['applied']>;
  readonly recordId: string | null;
}

const skipped: Applied = { applied: 'skipped', recordId: null };

/** Does what a check showed, row by row, each once. */
@Injectable()
export class ImportApplication {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly steps: ImportSteps,
    private readonly slugs: SlugsService,
    private readonly sourced: SourcedRecords,
  ) {}

  async apply(of: Of, within: Within): Promise<void> {
    let after: number | null = 0;
    while (after !== null) {
      const last: number = after;
      after = await within(() => this.applySome(of, last));
    }
  }

  /**
   * Number of the last row written; null once there are none, and what was done is told. Whatever else is applied in the network waits: the same
   * sheet twice, or the same import by a process that was thought dead, would otherwise both find a row not written yet.
   */
  private async applySome(of: Of, after: number): Promise<number | null> {
    await oneAtATime(this.em, 'imports', of.networkId);
    const entity = await this.steps.load(of);
    if (entity?.status !== 'applying') return null;
    const rows = await readWaiting(this.em, of, after, atOnce);
    if (rows.length === 0) return this.finish(of, entity);
    const writing = await this.writingOf(entity);
    const done: (Applied & { number: number })[] = [];
    for (const row of rows) done.push({ number: row.number, ...(await this.applyRow(entity, row, writing)) });
    await noteApplied(this.em, of, done);
    await noteMoreDone(this.em, of, rows.length);
    return rows.at(-1)?.number ?? after;
  }

  private async applyRow(entity: Import, { outcome, plan }: PlannedRow, writing: Writing): Promise<Applied> {
    const { content, target, identities } = plan;
    if (content === null) return skipped;
    const written =
      outcome === 'create'
        ? await this.create(entity, { content, identities }, writing)
        : await this.change(entity, target, content, writing);
    if (written === null) return skipped;
    await rememberIdentities(this.em, writing.networkId, written.id, identities);
    return { applied: outcome === 'create' ? 'created' : 'changed', recordId: written.id };
  }

  /** Null where somebody else made such a record meanwhile. */
  private async create(
    { mapping }: Import,
    { content, identities }: { content: PracticeContent; identities: readonly string[] },
    writing: Writing,
  ): Promise<Practice | null> {
    const { networkId } = writing;
    const [slug] = ofKind(identities, 'slug');
    const found = await findRecords(this.em, networkId, identities);
    if (found.size > 0) return null;
    if (mapping?.as !== 'published') return this.sourced.draft(content, writing);
    if (slug !== undefined && (await this.slugs.isTaken(networkId, slug))) return null;
    const address = slug ?? (await this.slugs.forTitle(networkId, content.title[content.title.original] ?? ''));
    return this.sourced.publish(address, content, writing);
  }

  /** Null where it is no longer what was checked. */
  private async change(
    { mapping }: Import,
    target: PlannedRow['plan']['target'],
    content: PracticeContent,
    writing: Writing,
  ): Promise<Practice | null> {
    const practice = await this.em.findOne(Practice, { networkId: writing.networkId, id: target?.id ?? '' });
    if (!practice || practice.version !== target?.version) return null;
    if (practice.status === 'published' && mapping?.as === 'published') await this.sourced.renew(practice, content, writing);
    else await this.sourced.rewrite(practice, content, writing);
    return practice;
  }

  private async finish(of: Of, entity: Import): Promise<null> {
    const result = await countResults(this.em, of);
    const { origin, at } = await this.writingOf(entity);
    entity.finish(result, at);
    await this.em.flush();
    const fact = { aggregateId: entity.id, aggregateVersion: entity.version, data: { sha256: entity.sha256, result } };
    record(this.em, origin, importFinished, fact);
    return null;
  }

  /** Whoever confirmed it writes, however long it takes and whichever process does it. */
  private async writingOf({ id, networkId, confirmedBy, fallback }: Import): Promise<Writing> {
    if (!confirmedBy) throw new Error('an import is applied that nobody confirmed');
    const actor = { personId: confirmedBy, organizationId: null, service: null };
    return { networkId, by: confirmedBy, at: await this.clock.now(this.em), origin: { networkId, actor, cause: id, fallback } };
  }
}
