import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { MemberMapping } from '@alianza/contracts/membership/imports';
import { Clock } from '@alianza/platform/clock';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import type { Of } from '@alianza/platform/sheets/import-tables';
import { readSheet, type ReadSheet } from '@alianza/platform/sheets/read-sheet';
import { UnreadableSheetError } from '@alianza/platform/sheets/sheet.errors';
import type { Find } from '@alianza/platform/sheets/words';
import { dayOf } from '../../data/civil-days.queries.js';
import { Network } from '../../networks/network.entity.js';
import { countOutcomes, keepRows, noteDone, notePlans, readCells } from '../imports.queries.js';
import { MemberImport } from '../member-import.entity.js';
import { findKnown } from '../rows/known-members.js';
import { plan, take, type Seen } from '../rows/plan-rows.js';
import { proposeFields } from '../rows/propose.js';
import { findCategory } from '../rows/vocabulary.js';

/** Runs a piece of work in a transaction of the network: the one at hand, or one of its own. */
export type Within = <T>(work: () => Promise<T>) => Promise<T>;

/** Rows kept or checked in one transaction. */
const atOnce = 200;

interface Checking {
  readonly mapping: MemberMapping;
  readonly categories: Find;
  readonly today: string;
  readonly seen: Seen;
  readonly print: ReturnType<typeof createHash>;
  /** Number of the last row that was checked. */
  readonly after: number;
  readonly done: number;
}

/** What begins an import before any member changes. Each step bears being repeated. */
@Injectable()
export class ImportSteps {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  load({ networkId, importId }: Of): Promise<MemberImport | null> {
    return this.em.findOne(MemberImport, { networkId, id: importId });
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
    const network = await this.em.findOneOrFail(Network, { id: of.networkId });
    const [categories, today] = [findCategory(network), dayOf(await this.clock.now(this.em), network.zone)];
    const print = createHash('sha256').update(JSON.stringify([entity.sha256, entity.mapping]));
    return { mapping: entity.mapping, categories, today, seen: new Map(), print, after: 0, done: 0 };
  }

  /** The next rows; null once there are none, and the check is told. */
  private async checkSome(of: Of, state: Checking): Promise<Checking | null> {
    const entity = await this.load(of);
    if (entity?.status !== 'checking' || JSON.stringify(entity.mapping) !== JSON.stringify(state.mapping)) return null;
    const rows = await readCells(this.em, of, state.after, atOnce);
    const taken = rows.map((row) => take(row, state.mapping));
    const known = await findKnown(this.em, of.networkId, [...new Set(taken.flatMap(({ identities }) => identities))]);
    const plans = taken.map((each) => ({ number: each.row.number, plan: plan(each, { ...state, known }) }));
    for (const { number, plan: made } of plans)
      state.print.update(JSON.stringify([number, made.outcome, made.target, made.content, made.granted]));
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

  private async sheetOf({ stagedKey, type }: MemberImport): Promise<ReadSheet<MemberImportField> | UnreadableSheetError> {
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
