import { z } from 'zod';
import { actorImportFields } from '../../imports/actor-import-columns.js';
import { sheetLimits } from '../../imports/import-columns.js';
import { importEvents, importOperations } from '../../imports/import-operations.js';
import { importOf, importRowOf } from '../../imports/sheet-imports.js';
import { Id } from '../../shapes.js';

export const ActorField = z.enum(actorImportFields);

/** What each column of the sheet is, in its order; null is left out. */
export const ActorMapping = z.strictObject({ fields: z.array(ActorField.nullable()).max(sheetLimits.columns) });
export type ActorMapping = z.infer<typeof ActorMapping>;

export const ActorImport = importOf(ActorField, ActorMapping);
export type ActorImport = z.infer<typeof ActorImport>;

const ActorImportRow = importRowOf(ActorField).extend({
  /** The actor it is about, where there is one already. */
  actorId: Id.nullable(),
});
export type ActorImportRow = z.infer<typeof ActorImportRow>;

export const actorImportOperations = importOperations({
  name: 'membership.actor-imports',
  path: '/{network}/actor-imports',
  access: { permission: 'organizations:import' },
  said: { records: 'actors', untouched: 'nothing on the map of actors changes' },
  given: { sheet: 'actor-sheet', imported: 'actor-import' },
  output: ActorImport,
  row: ActorImportRow,
  choice: { mapping: ActorMapping },
  mapping: { fields: ['name_es', 'sector', 'country'] },
});
export const {
  begin: beginActorImport,
  list: listActorImports,
  get: getActorImport,
  map: mapActorImport,
  rows: listActorImportRows,
  report: reportActorImport,
  confirm: confirmActorImport,
  resume: resumeActorImport,
} = actorImportOperations;

export const actorImportEvents = importEvents('membership.actor-import', {});
export const {
  begun: actorImportBegun,
  confirmed: actorImportConfirmed,
  finished: actorImportFinished,
  failed: actorImportFailed,
  resumed: actorImportResumed,
} = actorImportEvents;
