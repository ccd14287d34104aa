import type { ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import { actorImportOperations, type ActorImport, type ActorMapping } from '@alianza/contracts/membership/imports/actors';
import { randomUUID } from 'node:crypto';
import { csvOf } from '../imports.js';
import { fieldsOf, sheetStates, sheetSteps, type Sheet } from './sheet-steps.js';

interface Chosen extends Sheet {
  /** Instead of what the headings propose: by heading. */
  readonly fields?: Readonly<Record<string, ActorImportField | null>>;
}

const steps = sheetSteps<ActorImport, Chosen>({
  purpose: 'actor-sheet',
  service: 'membership',
  table: 'actor_import',
  operations: actorImportOperations,
  someSheet: () =>
    csvOf([
      ['Nombre', 'Sector', 'País'],
      [`Actora de la Hoja ${randomUUID().slice(0, 8)} (ficticia)`, 'civil-society', 'México'],
    ]),
  asked: (read, { fields }) => ({ mapping: { fields: fieldsOf(read, fields) } satisfies ActorMapping }),
});

export const { begun: begunActorImport, checked: checkedActorImport, applied: appliedActorImport } = steps;
export const actorImportStates = sheetStates(steps, { sheet: 'actor-sheet', imported: 'actor-import' });
