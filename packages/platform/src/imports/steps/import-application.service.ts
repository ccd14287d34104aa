import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { Clock } from '../../clock.js';
import { record } from '../../events/record.js';
import { LOG, type Log } from '../../run/service-definition.js';
import { importActs } from '../import-acts.js';
import type { SheetImport } from '../import-entity.js';
import { ImportSteps, type Within } from './import-steps.service.js';
import { RowsNotWrittenError } from '../import.errors.js';
import type { RowPlan } from '../import-rows.js';
import type { Of, Planned } from '../import-tables.js';
import { SheetKind, type Writing, type Written } from '../sheet-kind.js';

/** Rows that may fail to be written before it is given up, as its text says in words: more of them are no fault of a row. */
const mostFailures = 20;

/** Does what a check showed, row by row, each once. */
@Injectable()
export class ImportApplication {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
    private readonly steps: ImportSteps,
    private readonly kind: SheetKind,
  ) {}

  async apply(of: Of, within: Within): Promise<void> {
    let after: number | null = 0;
    while (after !== null) after = await this.applyNext(of, after, within);
  }

  /** Where rows cannot be written together each is written by itself: one that cannot be is told, the others are written. */
  private async applyNext(of: Of, after: number, within: Within): Promise<number | null> {
    try {
      return await within(() => this.applySome(of, after, this.kind.atOnce));
    } catch (error) {
      if (!(error instanceof RowsNotWrittenError)) throw error;
      for (const number of error.numbers) if ((await this.applyOne(of, number, within)) === null) return null;
      return error.numbers.at(-1) ?? after;
    }
  }

  private async applyOne(of: Of, number: number, within: Within): Promise<number | null> {
    try {
      return await within(() => this.applySome(of, number - 1, 1));
    } catch (error) {
      if (!(error instanceof RowsNotWrittenError)) throw error;
      this.log.warn({ import: of.importId, rows: error.numbers, error: error.cause }, 'a row of a sheet cannot be written');
      return within(() => this.noteFailure(of, error.numbers));
    }
  }

  /**
   * Number of the last row written; null once there are none, and what was done is told. Whatever else is applied in the network waits: the same
   * sheet twice, or the same import by a process that was thought dead, would otherwise both find a row not written yet.
   */
  private async applySome(of: Of, after: number, atOnce: number): Promise<number | null> {
    const { tables } = this.kind;
    await this.kind.lock(of.networkId);
    const entity = await this.steps.load(of);
    if (entity?.status !== 'applying') return null;
    const rows = await tables.readWaiting(this.em, of, after, atOnce);
    if (rows.length === 0) return this.finish(of, entity);
    const { done, replanned = [] } = await this.write(rows, await this.writingOf(entity));
    if (replanned.length > 0) await tables.notePlans(this.em, of, replanned);
    await tables.noteApplied(this.em, of, done);
    await tables.noteMoreDone(this.em, of, rows.length);
    return rows.at(-1)?.number ?? after;
  }

  private async write(rows: readonly Planned<RowPlan>[], writing: Writing): Promise<Written<RowPlan>> {
    try {
      return await this.kind.write(rows, writing);
    } catch (cause) {
      throw new RowsNotWrittenError(
        rows.map(({ number }) => number),
        cause,
      );
    }
  }

  private async noteFailure(of: Of, numbers: readonly number[]): Promise<number | null> {
    const { tables } = this.kind;
    await this.kind.lock(of.networkId);
    const entity = await this.steps.load(of);
    if (entity?.status !== 'applying') return null;
    const done = numbers.map((number) => ({ number, applied: 'failed' as const, recordId: null }));
    await tables.noteApplied(this.em, of, done);
    await tables.noteMoreDone(this.em, of, done.length);
    if ((await tables.countFailed(this.em, of)) < mostFailures) return numbers.at(-1) ?? null;
    await this.steps.fail(of, 'too-many-errors');
    return null;
  }

  private async finish(of: Of, entity: SheetImport): Promise<null> {
    const result = await this.kind.tables.countResults(this.em, of);
    const { origin, at } = await this.writingOf(entity);
    importActs.finish(entity, result, at);
    await this.em.flush();
    const fact = { aggregateId: entity.id, aggregateVersion: entity.version, data: { sha256: entity.sha256, result } };
    record(this.em, origin, this.kind.events.finished, fact);
    return null;
  }

  private async writingOf({ id, networkId, mapping, confirmedBy, fallback }: SheetImport): Promise<Writing> {
    if (!confirmedBy || !mapping) throw new Error('an import is applied that nobody confirmed');
    const actor = { personId: confirmedBy, organizationId: null, service: null };
    const origin = { networkId, actor, cause: id, fallback };
    return { networkId, mapping, by: confirmedBy, at: await this.clock.now(this.em), origin };
  }
}
