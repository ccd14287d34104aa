import { createHash, type Hash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ImportFailure } from '@alianza/contracts/imports/sheet-imports';
import { Clock } from '../../clock.js';
import { record } from '../../events/record.js';
import { FILES, type FileStore } from '../../files/file-store.js';
import { SERVICE, type ServiceDefinition } from '../../run/service-definition.js';
import { readSheet, type ReadSheet } from '../../sheets/read-sheet.js';
import { UnreadableSheetError } from '../../sheets/sheet.errors.js';
import { importActs } from '../import-acts.js';
import type { SheetImport } from '../import-entity.js';
import type { Of } from '../import-tables.js';
import { SheetKind, type Checking } from '../sheet-kind.js';

/** Runs a piece of work in a transaction of the network: the one at hand, or one of its own. */
export type Within = <T>(work: () => Promise<T>) => Promise<T>;

/** Rows kept or checked in one transaction. */
const atOnce = 200;

interface Progress extends Checking {
  readonly terms: string;
  readonly print: Hash;
  /** Number of the last row that was checked. */
  readonly after: number;
  readonly done: number;
}

/** What begins an import before any record changes. Each step bears being repeated. */
@Injectable()
export class ImportSteps {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    @Inject(FILES) private readonly store: FileStore,
    @Inject(SERVICE) private readonly service: ServiceDefinition,
    private readonly kind: SheetKind,
  ) {}

  load({ networkId, importId }: Of): Promise<SheetImport | null> {
    return this.em.findOne(this.kind.entity, { networkId, id: importId });
  }

  /** Cells become rows; what cannot be read says why. */
  async read(of: Of, within: Within): Promise<void> {
    const begun = await within(() => this.load(of));
    if (begun?.status !== 'reading') return;
    const sheet = await this.sheetOf(begun);
    if (sheet === null) return within(() => this.fail(of, 'gone'));
    if (sheet instanceof UnreadableSheetError) return within(() => this.refuse(of, sheet));
    const { tables } = this.kind;
    for (let at = 0; at < sheet.lines.length; at += atOnce)
      await within(() => tables.keepRows(this.em, of, sheet.lines.slice(at, at + atOnce)));
    await within(async () => {
      const entity = await this.load(of);
      if (entity?.status === 'reading') importActs.take(entity, sheet);
      await this.em.flush();
    });
  }

  /** What would become of each row, by the columns chosen last: who chooses others meanwhile has it begun anew, by a job of their own. */
  async check(of: Of, within: Within): Promise<void> {
    let progress: Progress | null = await within(() => this.begin(of));
    while (progress !== null) {
      const current: Progress = progress;
      progress = await within(() => this.checkSome(of, current));
    }
  }

  /** It cannot go on by itself; whoever looks is told why, and may say that it should. */
  async fail(of: Of, failure: ImportFailure): Promise<void> {
    const entity = await this.load(of);
    if (!entity || !['reading', 'checking', 'applying'].includes(entity.status)) return;
    importActs.fail(entity, failure, await this.clock.now(this.em));
    await this.em.flush();
    const actor = { personId: null, organizationId: null, service: this.service.name };
    const data = { sha256: entity.sha256, failure };
    const fact = { aggregateId: entity.id, aggregateVersion: entity.version, data };
    record(this.em, { networkId: of.networkId, actor, cause: entity.id }, this.kind.events.failed, fact);
  }

  private async begin(of: Of): Promise<Progress | null> {
    const entity = await this.load(of);
    if (entity?.status !== 'checking' || !entity.mapping) return null;
    const { around, print: terms } = await this.kind.terms(of.networkId);
    const print = createHash('sha256').update(JSON.stringify([entity.sha256, entity.mapping, terms]));
    return { mapping: entity.mapping, around, terms, seen: new Map(), print, after: 0, done: 0 };
  }

  /** The next rows; null once there are none, and the check is told. */
  private async checkSome(of: Of, progress: Progress): Promise<Progress | null> {
    const { tables } = this.kind;
    const entity = await this.load(of);
    if (entity?.status !== 'checking' || JSON.stringify(entity.mapping) !== JSON.stringify(progress.mapping)) return null;
    const rows = await tables.readCells(this.em, of, progress.after, atOnce);
    const made = await this.kind.plan(rows, progress, of.networkId);
    const plans = rows.flatMap(({ number }, place) => (made[place] ? [{ number, plan: made[place] }] : []));
    progress.print.update(JSON.stringify(plans));
    await tables.notePlans(this.em, of, plans);
    const done = progress.done + rows.length;
    if (rows.length === atOnce) {
      await tables.noteDone(this.em, of, done);
      return { ...progress, done, after: rows.at(-1)?.number ?? progress.after };
    }
    const counts = await tables.countOutcomes(this.em, of);
    importActs.tellChecked(entity, { counts, digest: progress.print.digest('hex'), checkedBy: progress.terms });
    await this.em.flush();
    return null;
  }

  /** Null where it is not there any more. */
  private async sheetOf({ stagedKey, type }: SheetImport): Promise<ReadSheet | UnreadableSheetError | null> {
    try {
      const stored = await this.store.read(stagedKey);
      return stored && (await readSheet(await buffer(stored.bytes), type, this.kind.propose));
    } catch (error) {
      if (error instanceof UnreadableSheetError) return error;
      throw error;
    }
  }

  private async refuse(of: Of, { failure }: UnreadableSheetError): Promise<void> {
    const at = await this.clock.now(this.em);
    const entity = await this.load(of);
    if (entity?.status === 'reading') importActs.refuse(entity, failure, at);
    await this.em.flush();
  }
}
