import type { ServiceName } from '@alianza/contracts/access';
import type { UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import type { ImportStatus } from '@alianza/contracts/imports/sheet-imports';
import type { Operation } from '@alianza/contracts/operation';
import { eventually } from '../../eventually.js';
import { rowsOf } from '../../rows.js';
import { asSecretariat, type Setting } from '../../setting.js';
import { sendUpload } from '../files/uploads.js';

/** What imports of all kinds say alike. */
interface AnyImport {
  readonly id: string;
  readonly status: ImportStatus;
  readonly failure: string | null;
  readonly digest: string | null;
}

interface Kind<Import extends AnyImport, Chosen> {
  readonly purpose: UploadPurposeName;
  /** In whose database its imports are, and in which table. */
  readonly service: ServiceName;
  readonly table: string;
  readonly operations: Readonly<Record<'begin' | 'get' | 'map' | 'confirm', Operation>>;
  /** A sheet of one record that no other sheet has. */
  readonly someSheet: () => Uint8Array;
  /** What is asked of one that was read, besides its id. */
  readonly asked: (read: Import, chosen: Partial<Chosen>) => { readonly mapping: object };
}

export interface Sheet {
  readonly bytes?: Uint8Array;
  readonly name?: string;
}

/** What each column is proposed to be, unless `chosen` says otherwise of its heading. */
export const fieldsOf = <Field extends string>(
  { columns }: { readonly columns: readonly { readonly header: string; readonly proposed: Field | null }[] },
  chosen: Readonly<Record<string, Field | null>> = {},
) => columns.map(({ header, proposed }) => (Object.hasOwn(chosen, header) ? (chosen[header] ?? null) : proposed));

/** The steps of an import through the edge, as the secretariat goes through them; each is waited for where it runs in the background. */
export function sheetSteps<Import extends AnyImport, Chosen extends Sheet>(kind: Kind<Import, Chosen>) {
  const { purpose, service, table, operations, someSheet, asked } = kind;
  const staged = async (setting: Setting, { bytes = someSheet(), name = 'hoja.csv' }: Sheet = {}): Promise<string> => {
    const person = await asSecretariat(setting);
    const { status, body } = await sendUpload(setting.world, setting.network.code, bytes, { name, purpose, person });
    if (status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
    return body.uploadId;
  };
  const settled = async (setting: Setting, id: string, within = 60_000): Promise<Import> => {
    const person = await asSecretariat(setting);
    return eventually(async () => {
      const read = await setting.world.edge.call<Import>(operations.get, { id }, person);
      return !['reading', 'checking', 'applying'].includes(read.status) && read;
    }, within);
  };
  const after = async (setting: Setting, operation: Operation, input: Record<string, unknown>): Promise<Import> => {
    const { id } = await setting.world.edge.call<Import>(operation, input, await asSecretariat(setting));
    return settled(setting, id);
  };
  const begun = async (setting: Setting, sheet?: Sheet) => after(setting, operations.begin, { uploadId: await staged(setting, sheet) });
  /** Read, its columns as they are proposed unless others are chosen, and checked. */
  const checked = async (setting: Setting, chosen: Partial<Chosen> = {}): Promise<Import> => {
    const read = await begun(setting, chosen);
    if (read.status !== 'read') throw new Error(`the sheet was not read: ${read.failure ?? read.status}`);
    return after(setting, operations.map, { id: read.id, ...asked(read, chosen) });
  };
  /** Confirmed as it was checked. */
  const applied = (setting: Setting, { id, digest }: Import) => after(setting, operations.confirm, { id, digest });
  /** Its check could not go on. */
  const failed = async (setting: Setting): Promise<Import> => {
    const it = await checked(setting);
    const stop = `update ${table} set status = 'failed', failure = 'stuck', stopped_in = 'checking', counts = null where id = $1`;
    await rowsOf(service, stop, [it.id]);
    return it;
  };
  return { staged, settled, begun, checked, applied, failed };
}

type Steps = Pick<ReturnType<typeof sheetSteps<AnyImport, Sheet>>, 'staged' | 'begun' | 'checked' | 'failed'>;

/** Under the names that examples give as `given`. */
export const sheetStates = ({ staged, begun, checked, failed }: Steps, { sheet, imported }: { sheet: string; imported: string }) => ({
  [sheet]: async (setting: Setting) => ({ uploadId: await staged(setting) }),
  [`read-${imported}`]: async (setting: Setting) => ({ importId: (await begun(setting)).id }),
  [`failed-${imported}`]: async (setting: Setting) => ({ importId: (await failed(setting)).id }),
  [`checked-${imported}`]: async (setting: Setting) => {
    const { id, digest } = await checked(setting);
    return { importId: id, digest: digest ?? '' };
  },
});
