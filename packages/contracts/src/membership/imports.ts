import { z } from 'zod';
import { generalErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { sheetLimits } from '../imports/import-columns.js';
import { memberImportFields } from '../imports/member-import-columns.js';
import { defineOperation } from '../operation.js';
import { Id, line, listOf, page, Ticket } from '../shapes.js';
import {
  ImportBrief,
  ImportCounts,
  importErrors,
  ImportFailure,
  importOf,
  ImportOutcome,
  ImportResult,
  importRowOf,
  importTold,
} from '../imports/sheet-imports.js';

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

const access = { permission: 'organizations:import' } as const;
const notFound = importErrors['import-not-found'];
const notOpen = importErrors['import-not-open'];
const byId = z.strictObject({ id: Id });

export const beginMemberImport = defineOperation({
  id: 'membership.imports.begin',
  summary: 'Read the sheet of a staged upload; no member changes',
  method: 'POST',
  path: '/{network}/member-imports',
  access,
  input: z.strictObject({ uploadId: Id }),
  output: MemberImport,
  errors: [generalErrors['upload-not-found']],
  once: true,
  example: { given: 'member-sheet', input: { uploadId: '{uploadId}' } },
});

export const listMemberImports = defineOperation({
  id: 'membership.imports.list',
  summary: 'Imports of members, the last begun first',
  method: 'GET',
  path: '/{network}/member-imports',
  access,
  input: z.strictObject({ ...page }),
  output: listOf(ImportBrief),
  example: { given: 'read-member-import', input: {} },
});

export const getMemberImport = defineOperation({
  id: 'membership.imports.get',
  summary: 'An import of members: its columns, what was chosen, what would happen and what did',
  method: 'GET',
  path: '/{network}/member-imports/{id}',
  access,
  input: byId,
  output: MemberImport,
  errors: [notFound],
  example: { given: 'read-member-import', input: { id: '{importId}' } },
});

export const mapMemberImport = defineOperation({
  id: 'membership.imports.map',
  summary: 'Say what each column is and check every row; a trial, no member changes',
  method: 'POST',
  path: '/{network}/member-imports/{id}/mapping',
  access,
  input: byId.extend({ mapping: MemberMapping }),
  output: MemberImport,
  errors: [notFound, notOpen],
  example: {
    given: 'read-member-import',
    input: { id: '{importId}', mapping: { fields: ['name_es', 'sector', 'country'], category: 'member' } },
  },
});

const MemberImportRow = importRowOf(MemberField).extend({
  /** The organisation it is about, where there is one already. */
  organizationId: Id.nullable(),
});
export type MemberImportRow = z.infer<typeof MemberImportRow>;

export const listMemberImportRows = defineOperation({
  id: 'membership.imports.rows',
  summary: 'What would become of each row, in the order of the sheet',
  method: 'GET',
  path: '/{network}/member-imports/{id}/rows',
  access,
  input: byId.extend({ outcome: ImportOutcome.optional(), ...page }),
  output: listOf(MemberImportRow),
  errors: [notFound],
  example: { given: 'checked-member-import', input: { id: '{importId}' } },
});

export const reportMemberImport = defineOperation({
  id: 'membership.imports.report',
  summary: 'A ticket for the rows with errors as CSV, in the language asked',
  method: 'POST',
  path: '/{network}/member-imports/{id}/report',
  reads: true,
  access,
  input: byId,
  output: Ticket,
  errors: [notFound, notOpen],
  example: { given: 'checked-member-import', input: { id: '{importId}' } },
});

export const confirmMemberImport = defineOperation({
  id: 'membership.imports.confirm',
  summary: 'Do what the check showed, in the background; refused where file, columns or members are not those that were checked',
  method: 'POST',
  path: '/{network}/member-imports/{id}/confirm',
  access,
  input: byId.extend({ digest: z.string().length(64) }),
  output: MemberImport,
  errors: [notFound, notOpen, importErrors['import-stale']],
  once: true,
  example: { given: 'checked-member-import', input: { id: '{importId}', digest: '{digest}' } },
});

export const resumeMemberImport = defineOperation({
  id: 'membership.imports.resume',
  summary: 'Go on with an import of members that stopped, from where it stopped',
  method: 'POST',
  path: '/{network}/member-imports/{id}/resume',
  access,
  input: byId,
  output: MemberImport,
  errors: [notFound, notOpen],
  once: true,
  example: { given: 'failed-member-import', input: { id: '{importId}' } },
});

export const memberImportBegun = defineEvent({ subject: 'ev.membership.import.begun.v1', data: importTold });
export const memberImportConfirmed = defineEvent({
  subject: 'ev.membership.import.confirmed.v1',
  data: importTold.extend({ counts: ImportCounts }),
});
export const memberImportFinished = defineEvent({
  subject: 'ev.membership.import.finished.v1',
  data: importTold.extend({ result: ImportResult }),
});
export const memberImportFailed = defineEvent({
  subject: 'ev.membership.import.failed.v1',
  data: importTold.extend({ failure: ImportFailure }),
});
export const memberImportResumed = defineEvent({ subject: 'ev.membership.import.resumed.v1', data: importTold });
