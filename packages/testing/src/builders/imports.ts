import type { ImportField } from '@alianza/contracts/imports/import-columns';
import { beginImport, getImport, mapImport, type ImportMapping, type PracticeImport } from '@alianza/contracts/repository/imports';
import { randomUUID } from 'node:crypto';
import { eventually } from '../eventually.js';
import { rowsOf } from '../rows.js';
import { asSecretariat, type Setting } from '../setting.js';
import { sendUpload } from './files/uploads.js';

const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** Rows as CSV, each an array of cells. */
export const csvOf = (rows: readonly (readonly string[])[], delimiter = ','): Buffer =>
  Buffer.from(rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n'));

/** A sheet of one record that no other sheet has. */
const someSheet = (): Buffer =>
  csvOf([
    ['title_es', 'summary_es', 'countries'],
    [`Relevos de la hoja ${randomUUID().slice(0, 8)} (ficticia)`, 'Un grupo de vecinas se turna para cuidar.', 'México'],
  ]);

export async function sheetUpload(setting: Setting, bytes: Uint8Array = someSheet(), name = 'hoja.csv'): Promise<string> {
  const person = await asSecretariat(setting);
  const { status, body } = await sendUpload(setting.world, setting.network.code, bytes, { name, purpose: 'practice-sheet', person });
  if (status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
  return body.uploadId;
}

/** Waits until a step that runs in the background has ended. */
export const settledImport = async (setting: Setting, id: string, within = 30_000): Promise<PracticeImport> => {
  const person = await asSecretariat(setting);
  return eventually(async () => {
    const read = await setting.world.edge.call<PracticeImport>(getImport, { id }, person);
    return !['reading', 'checking', 'applying'].includes(read.status) && read;
  }, within);
};

export async function begunImport(setting: Setting, bytes?: Uint8Array, name?: string): Promise<PracticeImport> {
  const input = { uploadId: await sheetUpload(setting, bytes, name) };
  const { id } = await setting.world.edge.call<PracticeImport>(beginImport, input, await asSecretariat(setting));
  return settledImport(setting, id);
}

interface Checked {
  readonly bytes?: Uint8Array;
  readonly name?: string;
  readonly rememberAs?: string;
  readonly as?: ImportMapping['as'];
  /** Instead of what the headings propose: by heading. */
  readonly fields?: Readonly<Record<string, ImportField | null>>;
}

export const mapped = ({ columns }: PracticeImport, { as = 'published', fields = {} }: Checked = {}): ImportMapping => ({
  fields: columns.map(({ header, proposed }) => (Object.hasOwn(fields, header) ? (fields[header] ?? null) : proposed)),
  type: 'good-practice',
  as,
});

/** Read, its columns as they are proposed, and checked. */
export async function checkedImport(setting: Setting, checked: Checked = {}): Promise<PracticeImport> {
  const begun = await begunImport(setting, checked.bytes, checked.name);
  if (begun.status !== 'read') throw new Error(`the sheet was not read: ${begun.failure ?? begun.status}`);
  const { rememberAs } = checked;
  const input = { id: begun.id, mapping: mapped(begun, checked), ...(rememberAs !== undefined && { rememberAs }) };
  const { id } = await setting.world.edge.call<PracticeImport>(mapImport, input, await asSecretariat(setting));
  return settledImport(setting, id);
}

/** Under the names that examples give as `given`. */
export const importStates = {
  'practice-sheet': async (setting: Setting) => ({ uploadId: await sheetUpload(setting) }),
  'read-import': async (setting: Setting) => ({ importId: (await begunImport(setting)).id }),
  /** Its check could not go on. */
  'failed-import': async (setting: Setting) => {
    const { id } = await checkedImport(setting);
    await rowsOf(
      'repository',
      `update practice_import set status = 'failed', failure = 'stuck', stopped_in = 'checking', counts = null where id = $1`,
      [id],
    );
    return { importId: id };
  },
  'checked-import': async (setting: Setting) => {
    const { id, digest } = await checkedImport(setting);
    return { importId: id, digest: digest ?? '' };
  },
  'kept-mapping': async (setting: Setting) => {
    const mappingName = `Hoja ${randomUUID().slice(0, 8)}`;
    await checkedImport(setting, { rememberAs: mappingName });
    return { mappingName };
  },
};
