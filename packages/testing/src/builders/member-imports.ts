import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import { memberImportOperations, type MemberImport, type MemberMapping } from '@alianza/contracts/membership/imports/members';
import { randomUUID } from 'node:crypto';
import { csvOf } from './imports.js';
import { fieldsOf, sheetStates, sheetSteps, type Sheet } from './sheets/sheet-steps.js';

interface Chosen extends Sheet {
  readonly category?: string | null;
  /** Instead of what the headings propose: by heading. */
  readonly fields?: Readonly<Record<string, MemberImportField | null>>;
}

const steps = sheetSteps<MemberImport, Chosen>({
  purpose: 'member-sheet',
  service: 'membership',
  table: 'member_import',
  operations: memberImportOperations,
  someSheet: () =>
    csvOf([
      ['Nombre', 'Sector', 'País'],
      [`Red de la Hoja ${randomUUID().slice(0, 8)} (ficticia)`, 'civil-society', 'México'],
    ]),
  asked: (read, { category = 'member', fields }) => ({ mapping: { fields: fieldsOf(read, fields), category } satisfies MemberMapping }),
});

export const { begun: begunMemberImport, checked: checkedMemberImport, applied: appliedMemberImport } = steps;
export const memberImportStates = sheetStates(steps, { sheet: 'member-sheet', imported: 'member-import' });
