import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ImportField } from '@alianza/contracts/imports/import-columns';
import type { ImportMapping } from '@alianza/contracts/repository/imports';
import { tenant } from '@alianza/platform/data/tenancy';
import { begunIndex, importProperties, importRowProperties, outcomeIndex } from '@alianza/platform/imports/import-entity';
import type { PracticePlan } from './rows/plan.js';

const ImportSchema = defineEntity({
  name: 'Import',
  tableName: 'practice_import',
  ...tenant,
  indexes: [begunIndex('practice_import')],
  properties: importProperties<ImportField, ImportMapping>(),
});

/** A sheet on its way into the repository. */
export class Import extends ImportSchema.class {}
ImportSchema.setClass(Import);

const ImportRowSchema = defineEntity({
  name: 'ImportRow',
  tableName: 'practice_import_row',
  ...tenant,
  indexes: [outcomeIndex('practice_import_row')],
  properties: {
    ...importRowProperties<PracticePlan>(),
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
  indexes: [{ name: 'practice_import_identity_of', properties: ['networkId', 'practiceId'] }],
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
