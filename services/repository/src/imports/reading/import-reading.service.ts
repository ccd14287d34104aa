import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { listImportRows, listImports, reportImport } from '@alianza/contracts/repository/imports';
import type { Call } from '@alianza/platform/calls/call';
import { toPage } from '@alianza/platform/data/cursors';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { Files } from '@alianza/platform/files/files';
import { newId } from '@alianza/platform/ids';
import { ImportNotFoundError, ImportNotOpenError } from '@alianza/platform/sheets/import.errors';
import { z } from 'zod';
import { InstantAndId, keysAfter, lastId, lastInstant } from '../../data/cursor-keys.js';
import { taxonomyFor } from '../../taxonomy/network-taxonomy.js';
import { readSaid } from '../../taxonomy/taxonomy.queries.js';
import { errorReport } from './error-report.js';
import { Import } from '../import.entity.js';
import { readBegun, readPlanned } from '../imports.queries.js';
import { viewBegun, viewPlanned, type AboutRows } from './imports.views.js';

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

  async list({ cursor, limit }: InputOf<typeof listImports>, call: Call): Promise<AnswerOf<typeof listImports>> {
    const after = keysAfter(cursor, InstantAndId, [lastInstant, lastId]);
    const found = (await readBegun(this.em, call.network, { after, limit: limit + 1 })).map(viewBegun);
    const page = toPage(found, limit, ({ begunAt, id }) => [begunAt, id]);
    return { items: page.rows, nextCursor: page.nextCursor };
  }

  async rows({ id, outcome, cursor, limit }: InputOf<typeof listImportRows>, call: Call): Promise<AnswerOf<typeof listImportRows>> {
    const entity = await this.load(id, call);
    const [after] = keysAfter(cursor, RowNumber, [0]);
    const of = { networkId: call.network, importId: id };
    const found = await readPlanned(this.em, of, { outcome: outcome ?? null, after, limit: limit + 1 });
    const about = await this.about(entity, call);
    const page = toPage(found, limit, ({ number }) => [number]);
    return { items: page.rows.map((row) => viewPlanned(row, about)), nextCursor: page.nextCursor };
  }

  /** Written anew each time, in the language of whoever asks; the one before goes. */
  async report(id: string, call: Call): Promise<AnswerOf<typeof reportImport>> {
    const entity = await this.load(id, call);
    if (!entity.counts) throw new ImportNotOpenError(entity.status);
    const of = { networkId: call.network, importId: id };
    const rows = await readPlanned(this.em, of, { outcome: 'error', after: 0, limit: mostReported });
    const key = `repository/${newId()}`;
    await this.store.put(key, Readable.from([Buffer.from(errorReport(rows, await this.about(entity, call)))], { objectMode: false }));
    if (entity.reportKey) await this.store.remove(entity.reportKey);
    entity.reportKey = key;
    await this.em.flush();
    const name = `${entity.name.replace(/\.(?:csv|xlsx)$/i, '')}-${call.lang === 'es' ? 'errores' : 'errors'}.csv`;
    return this.files.ticket({ key, name, type: 'text/csv; charset=utf-8' });
  }

  private async about({ columns }: Import, { lang, network }: Call): Promise<AboutRows> {
    const { concepts } = taxonomyFor(network, await readSaid(this.em, network));
    return { columns, concepts, reader: { lang } };
  }

  private async load(id: string, call: Call): Promise<Import> {
    const entity = await this.em.findOne(Import, { id, networkId: call.network });
    if (!entity) throw new ImportNotFoundError();
    return entity;
  }
}
