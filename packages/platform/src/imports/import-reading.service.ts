import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ImportOutcome } from '@alianza/contracts/imports/sheet-imports';
import { z } from 'zod';
import type { Call } from '../calls/call.js';
import { fromCursor, InstantAndId, toPage } from '../data/cursors.js';
import { FILES, type FileStore } from '../files/file-store.js';
import { Files } from '../files/files.js';
import { newId } from '../ids.js';
import { byteOrderMark, csvLine } from '../sheets/csv.js';
import type { SheetImport } from './import-entity.js';
import type { RowPlan } from './import-rows.js';
import { ImportSteps } from './steps/import-steps.service.js';
import { lastBegun, type Planned } from './import-tables.js';
import { viewBegun, viewPlanned, viewProblem, type AboutRows } from './import-views.js';
import { ImportNotFoundError, ImportNotOpenError } from './import.errors.js';
import { SheetKind } from './sheet-kind.js';

interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const RowNumber = z.tuple([z.int().min(0).max(2_000_000_000)]);
/** Rows that a report tells of: all that a sheet can have. */
const mostReported = 10_000;

/** What imports there were, and what each row would become or became. */
@Injectable()
export class ImportReading {
  constructor(
    private readonly em: EntityManager,
    private readonly files: Files,
    @Inject(FILES) private readonly store: FileStore,
    private readonly steps: ImportSteps,
    private readonly kind: SheetKind,
  ) {}

  async list({ cursor, limit }: Page, call: Call) {
    const after = fromCursor(cursor, 2, InstantAndId) ?? lastBegun;
    const found = (await this.kind.tables.readBegun(this.em, call.network, after, limit + 1)).map(viewBegun);
    const page = toPage(found, limit, ({ begunAt, id }) => [begunAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor };
  }

  async rows({ id, outcome = null, cursor, limit }: Page & { id: string; outcome?: ImportOutcome | null | undefined }, call: Call) {
    const entity = await this.load(id, call);
    const after = Number(fromCursor(cursor, 1, RowNumber)?.[0] ?? 0);
    const of = { networkId: call.network, importId: id };
    const found = await this.kind.tables.readPlanned(this.em, of, { outcome, after, limit: limit + 1 });
    const about = await this.about(entity, call);
    const page = toPage(found, limit, ({ number }) => [number]);
    return { items: page.rows.map((row) => viewPlanned(row, this.kind.record, about)), nextCursor: page.nextCursor };
  }

  /** Written anew each time, in the language of whoever asks; the one before goes. */
  async report(id: string, call: Call) {
    const entity = await this.load(id, call);
    if (!entity.counts) throw new ImportNotOpenError(entity.status);
    const of = { networkId: call.network, importId: id };
    const rows = await this.kind.tables.readPlanned(this.em, of, { outcome: 'error', after: 0, limit: mostReported });
    const key = `${this.kind.folder}/${newId()}`;
    await this.store.put(key, Readable.from([Buffer.from(errorReport(rows, await this.about(entity, call)))], { objectMode: false }));
    if (entity.reportKey) await this.store.remove(entity.reportKey);
    entity.reportKey = key;
    await this.em.flush();
    const name = `${entity.name.replace(/\.(?:csv|xlsx)$/i, '')}-${call.lang === 'es' ? 'errores' : 'errors'}.csv`;
    return this.files.ticket({ key, name, type: 'text/csv; charset=utf-8' }, call);
  }

  private async about({ columns }: SheetImport, call: Call): Promise<AboutRows> {
    return { columns, words: this.kind.words(call.lang), choices: await this.kind.choices(call) };
  }

  private async load(id: string, call: Call): Promise<SheetImport> {
    const entity = await this.steps.load({ networkId: call.network, importId: id });
    if (!entity) throw new ImportNotFoundError();
    return entity;
  }
}

/** Rows that cannot be imported, a line for each thing that is wrong; it begins with the mark by which spreadsheets know UTF-8. */
function errorReport(rows: readonly Planned<RowPlan>[], about: AboutRows): string {
  const head = ['row', 'title', 'column', 'value', 'problem'].map((name) => about.words.heading(name));
  const lines = rows.flatMap(({ number, plan }) =>
    plan.problems.map((problem) => {
      const { column, value, text } = viewProblem(problem, about);
      return [String(number), plan.title, column ?? '', value ?? '', text];
    }),
  );
  return byteOrderMark + [head, ...lines].map(csvLine).join('');
}
