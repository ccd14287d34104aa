import type { ImportField } from '@alianza/contracts/imports/import-columns';
import { practiceImportOperations, type ImportMapping, type PracticeImport } from '@alianza/contracts/repository/imports';
import { randomUUID } from 'node:crypto';
import type { Setting } from '../setting.js';
import { fieldsOf, sheetStates, sheetSteps, type Sheet } from './sheets/sheet-steps.js';

const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** Rows as CSV, each an array of cells. */
export const csvOf = (rows: readonly (readonly string[])[], delimiter = ','): Buffer =>
  Buffer.from(rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n'));

interface Chosen extends Sheet {
  readonly rememberAs?: string;
  readonly as?: ImportMapping['as'];
  /** Instead of what the headings propose: by heading. */
  readonly fields?: Readonly<Record<string, ImportField | null>>;
}

export const mapped = (read: PracticeImport, { as = 'published', fields }: Chosen = {}): ImportMapping => ({
  fields: fieldsOf(read, fields),
  type: 'good-practice',
  as,
});

const steps = sheetSteps<PracticeImport, Chosen>({
  purpose: 'practice-sheet',
  service: 'repository',
  table: 'practice_import',
  operations: practiceImportOperations,
  someSheet: () =>
    csvOf([
      ['title_es', 'summary_es', 'countries'],
      [`Relevos de la hoja ${randomUUID().slice(0, 8)} (ficticia)`, 'Un grupo de vecinas se turna para cuidar.', 'México'],
    ]),
  asked: (read, chosen) => ({
    mapping: mapped(read, chosen),
    ...(chosen.rememberAs !== undefined && { rememberAs: chosen.rememberAs }),
  }),
});

export const { settled: settledImport, begun: begunImport, checked: checkedImport } = steps;

/** Under the names that examples give as `given`. */
export const importStates = {
  ...sheetStates(steps, { sheet: 'practice-sheet', imported: 'import' }),
  'kept-mapping': async (setting: Setting) => {
    const mappingName = `Hoja ${randomUUID().slice(0, 8)}`;
    await checkedImport(setting, { rememberAs: mappingName });
    return { mappingName };
  },
};
