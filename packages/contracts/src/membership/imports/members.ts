import { z } from 'zod';
import { sheetLimits } from '../../imports/import-columns.js';
import { importEvents, importOperations } from '../../imports/import-operations.js';
import { memberImportFields } from '../../imports/member-import-columns.js';
import { importOf, importRowOf } from '../../imports/sheet-imports.js';
import { Id, line } from '../../shapes.js';

export const MemberField = z.enum(memberImportFields);

/** What the sheet of one import becomes. */
export const MemberMapping = z.strictObject({
  /** What each column is, in the order of the sheet; null is left out. */
  fields: z.array(MemberField.nullable()).max(sheetLimits.columns),
  /** Category of the new members whose row tells none; null where every row tells its own. */
  category: line(60).nullable(),
});
export type MemberMapping = z.infer<typeof MemberMapping>;

export const MemberImport = importOf(MemberField, MemberMapping);
export type MemberImport = z.infer<typeof MemberImport>;

const MemberImportRow = importRowOf(MemberField).extend({
  /** The organisation it is about, where there is one already. */
  organizationId: Id.nullable(),
});
export type MemberImportRow = z.infer<typeof MemberImportRow>;

export const memberImportOperations = importOperations({
  name: 'membership.imports',
  path: '/{network}/member-imports',
  access: { permission: 'organizations:import' },
  said: { records: 'members', untouched: 'no member changes' },
  given: { sheet: 'member-sheet', imported: 'member-import' },
  output: MemberImport,
  row: MemberImportRow,
  choice: { mapping: MemberMapping },
  mapping: { fields: ['name_es', 'sector', 'country'], category: 'member' },
});
export const {
  begin: beginMemberImport,
  list: listMemberImports,
  get: getMemberImport,
  map: mapMemberImport,
  rows: listMemberImportRows,
  report: reportMemberImport,
  confirm: confirmMemberImport,
  resume: resumeMemberImport,
} = memberImportOperations;

export const memberImportEvents = importEvents('membership.import', {});
export const {
  begun: memberImportBegun,
  confirmed: memberImportConfirmed,
  finished: memberImportFinished,
  failed: memberImportFailed,
  resumed: memberImportResumed,
} = memberImportEvents;
