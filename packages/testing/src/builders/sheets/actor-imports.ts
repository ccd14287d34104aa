import type { ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import {
  beginActorImport,
  confirmActorImport,
  getActorImport,
  mapActorImport,
  type ActorImport,
  type ActorMapping,
} from '@alianza/contracts/membership/directory/actor-imports';
import { randomUUID } from 'node:crypto';
import type { Setting } from '../../setting.js';
import { csvOf } from '../imports.js';
import { sheetSteps, type Sheet } from './sheet-steps.js';

interface Chosen extends Sheet {
  /** Instead of what the headings propose: by heading. */
  readonly fields?: Readonly<Record<string, ActorImportField | null>>;
}

const steps = sheetSteps<ActorImport, Chosen>({
  purpose: 'actor-sheet',
  table: 'actor_import',
  operations: { begin: beginActorImport, get: getActorImport, map: mapActorImport, confirm: confirmActorImport },
  someSheet: () =>
    csvOf([
      ['Nombre', 'Sector', 'País'],
      [`Actora de la Hoja ${randomUUID().slice(0, 8)} (ficticia)`, 'civil-society', 'México'],
    ]),
  mappingOf: ({ columns }, { fields = {} }): ActorMapping => ({
    fields: columns.map(({ header, proposed }) => (Object.hasOwn(fields, header) ? (fields[header] ?? null) : proposed)),
  }),
});

export const begunActorImport = (setting: Setting, sheet?: Sheet): Promise<ActorImport> => steps.begun(setting, sheet);
export const checkedActorImport = (setting: Setting, chosen: Chosen = {}): Promise<ActorImport> => steps.checked(setting, chosen);
export const appliedActorImport = (setting: Setting, checked: ActorImport): Promise<ActorImport> => steps.applied(setting, checked);

/** Under the names that examples give as `given`. */
export const actorImportStates = {
  'actor-sheet': async (setting: Setting) => ({ uploadId: await steps.staged(setting) }),
  'read-actor-import': async (setting: Setting) => ({ importId: (await steps.begun(setting)).id }),
  'failed-actor-import': async (setting: Setting) => ({ importId: await steps.failed(setting, {}) }),
  'checked-actor-import': async (setting: Setting) => {
    const { id, digest } = await steps.checked(setting, {});
    return { importId: id, digest: digest ?? '' };
  },
};
