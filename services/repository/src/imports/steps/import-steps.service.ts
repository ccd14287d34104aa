import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ImportField } from '@alianza/contracts/import-columns';
import type { ImportMapping } from '@alianza/contracts/repository/imports';
import { Clock } from '@alianza/platform/clock';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import type { Of } from '@alianza/platform/sheets/import-tables';
import { readSheet, type ReadSheet } from '@alianza/platform/sheets/read-sheet';
import { UnreadableSheetError } from '@alianza/platform/sheets/sheet.errors';
import { NetworkDays } from '../../networks/network-days.js';
import { taxonomyFor } from '../../taxonomy/network-taxonomy.js';
import { readSaid } from '../../taxonomy/taxonomy.queries.js';
import { Import } from '../import.entity.js';
import { countOutcomes, keepRows, noteDone, notePlans, readCells } from '../imports.queries.js';
import { proposeFields } from '../mapping/propose.js';
import { plan, take, type Seen } from '../rows/plan-rows.js';
import { wordsOf, type Words } from '../rows/read-row.js';
import { findRecords } from '../rows/records.js';

/** Runs a piece of work in a transaction of the network: the one at hand, or one of its own. */
export type Within = <T>(work: () => Promise<T>) => Promise<T>;

/** Rows kept or checked in one transaction. */
const atOnce = 200;

/** What begins an import before anything is written to the repository. Each step bears being repeated. */
@Injectable()
export class ImportSteps {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(FILES) private readonly store: FileStore,
    private readonly days: NetworkDays,
  ) {}

  load({ networkId, importId }: Of): Promise<Import | null> {
    return this.em.findOne(Import, { networkId, id: importId });
  }

  /** Cells become rows; what cannot be read says why. */
  async read(of: Of, within: Within): Promise<void> {
    const begun = await within(() => this.load(of));
    if (begun?.status !== 'reading') return;
    const sheet = await this.sheetOf(begun);
    if (sheet instanceof UnreadableSheetError) return within(() => this.giveUp(of, sheet));
    for (let at = 0; at < sheet.lines.length; at += atOnce) await within(() => keepRows(this.em, of, sheet.lines.slice(at, at + atOnce)));
    await within(async () => {
      (await this.load(of))?.take({ columns: sheet.columns, rows: sheet.rows });
      await this.em.flush();
    });
  }

  /** What would become of each row, by the columns chosen last: who chooses others meanwhile has it begun anew, by a job of their own. */
  async check(of: Of, within: Within): Promise<void> {
    let state: Checking | null = await within(() => this.begin(of));
    while (state !== null) {
      const current: Checking = state;
      state = await within(() => this.checkSome(of, current));
    }
  }

  private async begin(of: Of): Promise<Checking | null> {
    const entity = await this.load(of);
    if (entity?.status !== 'checking' || !entity.mapping) return null;
    const { concepts } = taxonomyFor(of.networkId, await readSaid(this.em, of.networkId));
    const words = wordsOf(concepts, await this.days.dayOf(of.networkId, await this.clock.now(this.em)));
    const print = createHash('sha256').update(JSON.stringify([entity.sha256, entity.mapping]));
    return { mapping: entity.mapping, words, seen: new Map(), print, after: 0, done: 0 };
  }

  /** The next rows; null once there are none, and the check is told. */
  private async checkSome(of: Of, state: Checking): Promise<Checking | null> {
    const entity = await this.load(of);
    if (entity?.status !== 'checking') return null;
    if (JSON.stringify(entity.mapping) !== JSON.stringify(state.mapping)) return null;
    const rows = await readCells(this.em, of, state.after, atOnce);
    const taken = rows.map((row) => take(row, state.mapping));
    const records = await findRecords(this.em, of.networkId, [...new Set(taken.flatMap(({ identities }) => identities))]);
    const plans = taken.map((each) => ({ number: each.row.number, plan: plan(each, { ...state, records }) }));
    for (const { number, plan: of1 } of plans) state.print.update(JSON.stringify([number, of1.outcome, of1.target, of1.content]));
    await notePlans(this.em, of, plans);
    const done = state.done + rows.length;
    if (rows.length === atOnce) {
      await noteDone(this.em, of, done);
      return { ...state, done, after: rows.at(-1)?.number ?? state.after };
    }
    entity.checked(await countOutcomes(this.em, of), state.print.digest('hex'));
    await this.em.flush();
    return null;
  }

  private async sheetOf({ stagedKey, type }: Import): Promise<ReadSheet<ImportField> | UnreadableSheetError> {
    try {
      const stored = await this.store.read(stagedKey);
      if (!stored) return new UnreadableSheetError('gone');
      return await readSheet(await buffer(stored.bytes), type, proposeFields);
    } catch (error) {
      if (error instanceof UnreadableSheetError) return error;
      throw error;
    }
  }

  private async giveUp(of: Of, { failure }: UnreadableSheetError): Promise<void> {
    const at = await this.clock.now(this.em);
    (await this.load(of))?.giveUp(failure, at);
    await this.em.flush();
  }
}

interface Checking {
  readonly mapping: ImportMapping;
  readonly words: Words;
  readonly seen: Seen;
  readonly print: ReturnType<typeof createHash>;
  /** Number of the last row that was checked. */
  readonly after: number;
  readonly done: number;
}
