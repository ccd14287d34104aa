import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ImportField } from '@alianza/contracts/import-columns';
import type { ImportMapping } from '@alianza/contracts/repository/imports';
import type { ImportOutcome } from '@alianza/contracts/imports/sheet-imports';
import { tenant } from '@alianza/platform/data/tenancy';
import type { RowPlan } from './rows/plan.js';

const ImportRowSchema = defineEntity({
  name: 'ImportRow',
  tableName: 'practice_import_row',
  ...tenant,
  indexes: [{ name: 'practice_import_row_outcome', properties: ['networkId', 'importId', 'outcome', 'number'] }],
  properties: {
    networkId: p.uuid().primary(),
    importId: p.uuid().primary(),
    /** As the spreadsheet numbers it. */
    number: p.integer().primary(),
    cells: p.json<string[]>(),
    plan: p.json<RowPlan>().nullable(),
    outcome: p.text().$type<ImportOutcome>().nullable(),
    applied: p.text().$type<'created' | 'changed' | 'skipped'>().nullable(),
    /** The record that it became or changed. */
    practiceId: p.uuid().nullable(),
  },
});

/** One row of a sheet, and what would become of it. */
export class ImportRow extends ImportRowSchema.class {}
ImportRowSchema.setClass(ImportRow);

const IdentitySchema = defineEntity({
  name: 'ImportIdentity',
  tableName: 'practice_import_identity',
  ...tenant,
  properties: { networkId: p.uuid().primary(), identity: p.text().primary(), practiceId: p.uuid() },
});

/** By what sheets know a record that came from one: a later sheet finds it again. */
export class ImportIdentity extends IdentitySchema.class {}
IdentitySchema.setClass(ImportIdentity);

const KeptMappingSchema = defineEntity({
  name: 'KeptMapping',
  tableName: 'practice_import_mapping',
  ...tenant,
  properties: {
    networkId: p.uuid().primary(),
    name: p.text().primary(),
    columns: p.json<{ header: string; field: ImportField }[]>(),
    type: p.text().$type<ImportMapping['type']>(),
    as: p.text().$type<ImportMapping['as']>(),
  },
});

/** What columns of a heading are, as a network remembers it under a name. */
export class KeptMapping extends KeptMappingSchema.class {}
KeptMappingSchema.setClass(KeptMapping);
