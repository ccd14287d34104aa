import { defineEntity, p } from '@mikro-orm/postgresql';
import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { MemberMapping } from '@alianza/contracts/membership/imports/members';
import { tenant } from '@alianza/platform/data/tenancy';
import { begunIndex, importProperties, importRowProperties, outcomeIndex } from '@alianza/platform/imports/import-entity';
import type { MemberPlan } from './rows/plan.js';

const ImportSchema = defineEntity({
  name: 'MemberImport',
  tableName: 'member_import',
  ...tenant,
  indexes: [begunIndex('member_import')],
  properties: importProperties<MemberImportField, MemberMapping>(),
});

/** A sheet of members on its way in. */
export class MemberImport extends ImportSchema.class {}
ImportSchema.setClass(MemberImport);

const RowSchema = defineEntity({
  name: 'MemberImportRow',
  tableName: 'member_import_row',
  ...tenant,
  indexes: [outcomeIndex('member_import_row')],
  properties: {
    ...importRowProperties<MemberPlan>(),
    /** The organisation that it became or changed. */
    organizationId: p.uuid().nullable(),
  },
});

/** One row of a sheet, and what would become of it. */
export class MemberImportRow extends RowSchema.class {}
RowSchema.setClass(MemberImportRow);

const IdentitySchema = defineEntity({
  name: 'MemberImportIdentity',
  tableName: 'member_import_identity',
  ...tenant,
  properties: { networkId: p.uuid().primary(), identity: p.text().primary(), organizationId: p.uuid() },
});

/** By what sheets know an organisation that came from one: a later sheet finds it again, whatever it is called by then. */
export class MemberImportIdentity extends IdentitySchema.class {}
IdentitySchema.setClass(MemberImportIdentity);
