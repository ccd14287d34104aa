import { defineEntity, p } from '@mikro-orm/postgresql';
import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { MemberMapping } from '@alianza/contracts/membership/imports';
import type { ImportCounts, ImportResult, ImportStatus } from '@alianza/contracts/imports/sheet-imports';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';
import { ImportNotOpenError, ImportStaleError } from '@alianza/platform/sheets/import.errors';
import type { SheetColumn as ReadColumn } from '@alianza/platform/sheets/read-sheet';
import type { Unreadable } from '@alianza/platform/sheets/sheet.errors';

export type SheetColumn = ReadColumn<MemberImportField>;

const MemberImportSchema = defineEntity({
  name: 'MemberImport',
  tableName: 'member_import',
  ...tenant,
  indexes: [
    { name: 'member_import_begun', expression: 'create index member_import_begun on member_import (network_id, begun_at desc, id desc)' },
  ],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    status: p.text().$type<ImportStatus>(),
    name: p.text(),
    type: p.text(),
    size: p.integer(),
    sha256: p.text(),
    /** Where the file waits to be read; it leaves there by itself. */
    stagedKey: p.text(),
    failure: p.text().$type<Unreadable>().nullable(),
    columns: p.json<SheetColumn[]>(),
    rows: p.integer(),
    mapping: p.json<MemberMapping>().nullable(),
    counts: p.json<ImportCounts>().nullable(),
    digest: p.text().nullable(),
    /** Rows checked or applied so far. */
    done: p.integer(),
    result: p.json<ImportResult>().nullable(),
    /** For what is in no other language. */
    fallback: p.text().$type<PortalLanguage>(),
    /** The last report of errors that somebody asked for. */
    reportKey: p.text().nullable(),
    begunBy: p.uuid(),
    begunAt: p.datetime(),
    confirmedBy: p.uuid().nullable(),
    confirmedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});

/** A sheet of members on its way in. */
export class MemberImport extends MemberImportSchema.class {
  take({ columns, rows }: { columns: SheetColumn[]; rows: number }): void {
    Object.assign(this, { status: 'read', columns, rows });
  }

  giveUp(failure: Unreadable, at: Date): void {
    Object.assign(this, { status: 'unreadable', failure, finishedAt: at });
  }

  /** Whatever was checked before holds no more. */
  map(mapping: MemberMapping): void {
    if (!['read', 'checking', 'checked'].includes(this.status)) throw new ImportNotOpenError(this.status);
    Object.assign(this, { status: 'checking', mapping, counts: null, digest: null, done: 0 });
  }

  checked(counts: ImportCounts, digest: string): void {
    Object.assign(this, { status: 'checked', counts, digest, done: this.rows });
  }

  confirm(digest: string, { by, at }: { by: string; at: Date }): void {
    if (this.status !== 'checked') throw new ImportNotOpenError(this.status);
    if (digest !== this.digest) throw new ImportStaleError();
    Object.assign(this, { status: 'applying', done: 0, confirmedBy: by, confirmedAt: at });
  }

  finish(result: ImportResult, at: Date): void {
    Object.assign(this, { status: 'done', result, done: this.rows, finishedAt: at });
  }
}
MemberImportSchema.setClass(MemberImport);
