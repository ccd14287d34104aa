import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import {
  beginMemberImport,
  confirmMemberImport,
  getMemberImport,
  mapMemberImport,
  type MemberImport,
  type MemberMapping,
} from '@alianza/contracts/membership/imports';
import { randomUUID } from 'node:crypto';
import type { Setting } from '../setting.js';
import { csvOf } from './imports.js';
import { sheetSteps, type Sheet } from './sheets/sheet-steps.js';

interface Chosen extends Sheet {
  readonly category?: string | null;
  /** Instead of what the headings propose: by heading. */
  readonly fields?: Readonly<Record<string, MemberImportField | null>>;
}

const steps = sheetSteps<MemberImport, Chosen>({
  purpose: 'member-sheet',
  table: 'member_import',
  operations: { begin: beginMemberImport, get: getMemberImport, map: mapMemberImport, confirm: confirmMemberImport },
  someSheet: () =>
    csvOf([
      ['Nombre', 'Sector', 'País'],
      [`Red de la Hoja ${randomUUID().slice(0, 8)} (ficticia)`, 'civil-society', 'México'],
    ]),
  mappingOf: ({ columns }, { category = 'member', fields = {} }): MemberMapping => ({
    fields: columns.map(({ header, proposed }) => (Object.hasOwn(fields, header) ? (fields[header] ?? null) : proposed)),
    category,
  }),
});

export const begunMemberImport = (setting: Setting, bytes?: Uint8Array, name?: string): Promise<MemberImport> =>
  steps.begun(setting, { ...(bytes && { bytes }), ...(name !== undefined && { name }) });
export const checkedMemberImport = (setting: Setting, chosen: Chosen = {}): Promise<MemberImport> => steps.checked(setting, chosen);
export const appliedMemberImport = (setting: Setting, checked: MemberImport): Promise<MemberImport> => steps.applied(setting, checked);

/** Under the names that examples give as `given`. */
export const memberImportStates = {
  'member-sheet': async (setting: Setting) => ({ uploadId: await steps.staged(setting) }),
  'read-member-import': async (setting: Setting) => ({ importId: (await steps.begun(setting)).id }),
  'failed-member-import': async (setting: Setting) => ({ importId: await steps.failed(setting, {}) }),
  'checked-member-import': async (setting: Setting) => {
    const { id, digest } = await steps.checked(setting, {});
    return { importId: id, digest: digest ?? '' };
  },
};
