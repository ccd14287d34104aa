import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ImportOutcome } from '@alianza/contracts/imports/sheet-imports';
import { tenant } from '@alianza/platform/data/tenancy';
import type { Applied } from '@alianza/platform/sheets/import-tables';
import type { RowPlan } from './rows/plan.js';

const MemberImportRowSchema = defineEntity({
  name: 'MemberImportRow',
  tableName: 'member_import_row',
  ...tenant,
  indexes: [{ name: 'member_import_row_outcome', properties: ['networkId', 'importId', 'outcome', 'number'] }],
  properties: {
    networkId: p.uuid().primary(),
    importId: p.uuid().primary(),
    /** As the spreadsheet numbers it. */
    number: p.integer().primary(),
    cells: p.json<string[]>(),
    plan: p.json<RowPlan>().nullable(),
    outcome: p.text().$type<ImportOutcome>().nullable(),
    applied: p.text().$type<Applied>().nullable(),
    /** The organisation that it became or changed. */
    organizationId: p.uuid().nullable(),
  },
});

/** One row of a sheet, and what would become of it. */
export class MemberImportRow extends MemberImportRowSchema.class {}
MemberImportRowSchema.setClass(MemberImportRow);

const IdentitySchema = defineEntity({
  name: 'MemberImportIdentity',
  tableName: 'member_import_identity',
  ...tenant,
  properties: { networkId: p.uuid().primary(), identity: p.text().primary(), organizationId: p.uuid() },
});

/** By what sheets know an organisation that came from one: a later sheet finds it again, whatever it is called by then. */
export class MemberImportIdentity extends IdentitySchema.class {}
IdentitySchema.setClass(MemberImportIdentity);
