import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { listMemberImportRows, listMemberImports, reportMemberImport } from '@alianza/contracts/membership/imports';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { fromCursor, InstantKey, toPage } from '@alianza/platform/data/cursors';
import { resolve } from '@alianza/platform/data/localized';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { Files } from '@alianza/platform/files/files';
import { newId } from '@alianza/platform/ids';
import { byteOrderMark, csvLine } from '@alianza/platform/sheets/csv';
import { ImportNotFoundError, ImportNotOpenError } from '@alianza/platform/sheets/import.errors';
import { textIn } from '@alianza/texts/server';
import { z } from 'zod';
import { Network } from '../../networks/network.entity.js';
import { lastId, lastInstant, readBegun, readPlanned, type PlannedRow } from '../imports.queries.js';
import { MemberImport } from '../member-import.entity.js';
import { viewBegun, viewPlanned, viewProblem, type AboutRows } from './imports.views.js';

const InstantAndId = z.tuple([InstantKey, z.guid()]);
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
  ) {}

  async list({ cursor, limit }: InputOf<typeof listMemberImports>, call: Call): Promise<AnswerOf<typeof listMemberImports>> {
    const after = fromCursor(cursor, 2, InstantAndId) ?? [lastInstant, lastId];
    const found = (await readBegun(this.em, call.network, { after, limit: limit + 1 })).map(viewBegun);
    const page = toPage(found, limit, ({ begunAt, id }) => [begunAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor };
  }

  async rows(input: InputOf<typeof listMemberImportRows>, call: Call): Promise<AnswerOf<typeof listMemberImportRows>> {
    const { id, outcome = null, cursor, limit } = input;
    const entity = await this.load(id, call);
    const after = Number(fromCursor(cursor, 1, RowNumber)?.[0] ?? 0);
    const found = await readPlanned(this.em, { networkId: call.network, importId: id }, { outcome, after, limit: limit + 1 });
    const about = await this.about(entity, call);
    const page = toPage(found, limit, ({ number }) => [number]);
    return { items: page.rows.map((row) => viewPlanned(row, about)), nextCursor: page.nextCursor };
  }

  /** Written anew each time, in the language of whoever asks; the one before goes. */
  async report(id: string, call: Call): Promise<AnswerOf<typeof reportMemberImport>> {
    const entity = await this.load(id, call);
    if (!entity.counts) throw new ImportNotOpenError(entity.status);
    const wanted = { outcome: 'error', after: 0, limit: mostReported } as const;
    const rows = await readPlanned(this.em, { networkId: call.network, importId: id }, wanted);
    const key = `membership/${newId()}`;
    await this.store.put(key, Readable.from([Buffer.from(errorReport(rows, await this.about(entity, call)))], { objectMode: false }));
    if (entity.reportKey) await this.store.remove(entity.reportKey);
    entity.reportKey = key;
    await this.em.flush();
    const name = `${entity.name.replace(/\.(?:csv|xlsx)$/i, '')}-${call.lang === 'es' ? 'errores' : 'errors'}.csv`;
    return this.files.ticket({ key, name, type: 'text/csv; charset=utf-8' });
  }

  private async about({ columns }: MemberImport, call: Call): Promise<AboutRows> {
    const { content } = await this.em.findOneOrFail(Network, { id: call.network });
    return { columns, categories: content.categories.map(({ label }) => resolve(label, call).text), lang: call.lang };
  }

  private async load(id: string, call: Call): Promise<MemberImport> {
    const entity = await this.em.findOne(MemberImport, { id, networkId: call.network });
    if (!entity) throw new ImportNotFoundError();
    return entity;
  }
}

/** Rows that cannot be imported, a line for each thing that is wrong. */
function errorReport(rows: readonly PlannedRow[], about: AboutRows): string {
  const text = textIn(about.lang);
  const head = ['row', 'title', 'column', 'value', 'problem'].map((name) => text(`memberImports.report.${name}`));
  const lines = rows.flatMap(({ number, plan }) =>
    plan.problems.map((problem) => {
      const { column, value, text: told } = viewProblem(problem, about);
      return [String(number), plan.title, column ?? '', value ?? '', told];
    }),
  );
  return byteOrderMark + [head, ...lines].map(csvLine).join('');
}
