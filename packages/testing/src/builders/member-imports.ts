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
import { eventually } from '../eventually.js';
import { asSecretariat, type Setting } from '../setting.js';
import { csvOf } from './imports.js';
import { sendUpload } from './uploads.js';

/** A sheet of one member that no other sheet has. */
const someSheet = (): Buffer =>
  csvOf([
    ['Nombre', 'Sector', 'País'],
    [`Red de la Hoja ${randomUUID().slice(0, 8)} (ficticia)`, 'civil-society', 'México'],
  ]);

async function memberSheet(setting: Setting, bytes: Uint8Array = someSheet(), name = 'integrantes.csv'): Promise<string> {
  const person = await asSecretariat(setting);
  const { status, body } = await sendUpload(setting.world, setting.network.code, bytes, { name, purpose: 'member-sheet', person });
  if (status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
  return body.uploadId;
}

/** Waits until a step that runs in the background has ended. */
async function settled(setting: Setting, id: string): Promise<MemberImport> {
  const person = await asSecretariat(setting);
  return eventually(async () => {
    const read = await setting.world.edge.call<MemberImport>(getMemberImport, { id }, person);
    return !['reading', 'checking', 'applying'].includes(read.status) && read;
  }, 60_000);
}

export async function begunMemberImport(setting: Setting, bytes?: Uint8Array, name?: string): Promise<MemberImport> {
  const input = { uploadId: await memberSheet(setting, bytes, name) };
  const { id } = await setting.world.edge.call<MemberImport>(beginMemberImport, input, await asSecretariat(setting));
  return settled(setting, id);
}

interface Checked {
  readonly bytes?: Uint8Array;
  readonly name?: string;
  readonly category?: string | null;
  /** Instead of what the headings propose: by heading. */
  readonly fields?: Readonly<Record<string, MemberImportField | null>>;
}

const mappingOf = ({ columns }: MemberImport, { category = 'member', fields = {} }: Checked): MemberMapping => ({
  fields: columns.map(({ header, proposed }) => (Object.hasOwn(fields, header) ? (fields[header] ?? null) : proposed)),
  category,
});

/** Read, its columns as they are proposed, and checked. */
export async function checkedMemberImport(setting: Setting, checked: Checked = {}): Promise<MemberImport> {
  const begun = await begunMemberImport(setting, checked.bytes, checked.name);
  if (begun.status !== 'read') throw new Error(`the sheet was not read: ${begun.failure ?? begun.status}`);
  const input = { id: begun.id, mapping: mappingOf(begun, checked) };
  const { id } = await setting.world.edge.call<MemberImport>(mapMemberImport, input, await asSecretariat(setting));
  return settled(setting, id);
}

/** Confirmed as it was checked, and waited for. */
export async function appliedMemberImport(setting: Setting, { id, digest }: MemberImport): Promise<MemberImport> {
  await setting.world.edge.call(confirmMemberImport, { id, digest }, await asSecretariat(setting));
  return settled(setting, id);
}

/** Under the names that examples give as `given`. */
export const memberImportStates = {
  'member-sheet': async (setting: Setting) => ({ uploadId: await memberSheet(setting) }),
  'read-member-import': async (setting: Setting) => ({ importId: (await begunMemberImport(setting)).id }),
  'checked-member-import': async (setting: Setting) => {
    const { id, digest } = await checkedMemberImport(setting);
    return { importId: id, digest: digest ?? '' };
  },
};
