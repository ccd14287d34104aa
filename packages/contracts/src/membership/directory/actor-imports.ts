import { z } from 'zod';
import { generalErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { actorImportFields } from '../../imports/actor-import-columns.js';
import { sheetLimits } from '../../imports/import-columns.js';
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
} from '../../imports/sheet-imports.js';
import { defineOperation } from '../../operation.js';
import { Id, listOf, page, Ticket } from '../../shapes.js';

export const ActorField = z.enum(actorImportFields);

/** What each column of the sheet is, in its order; null is left out. */
export const ActorMapping = z.strictObject({ fields: z.array(ActorField.nullable()).max(sheetLimits.columns) });
export type ActorMapping = z.infer<typeof ActorMapping>;

export const ActorImport = importOf(ActorField, ActorMapping);
export type ActorImport = z.infer<typeof ActorImport>;

const access = { permission: 'organizations:import' } as const;
const notFound = importErrors['import-not-found'];
const notOpen = importErrors['import-not-open'];
const byId = z.strictObject({ id: Id });

export const beginActorImport = defineOperation({
  id: 'membership.actor-imports.begin',
  summary: 'Read the sheet of a staged upload; nothing on the map of actors changes',
  method: 'POST',
  path: '/{network}/actor-imports',
  access,
  input: z.strictObject({ uploadId: Id }),
  output: ActorImport,
  errors: [generalErrors['upload-not-found']],
  once: true,
  example: { given: 'actor-sheet', input: { uploadId: '{uploadId}' } },
});

export const listActorImports = defineOperation({
  id: 'membership.actor-imports.list',
  summary: 'Imports of actors, the last begun first',
  method: 'GET',
  path: '/{network}/actor-imports',
  access,
  input: z.strictObject({ ...page }),
  output: listOf(ImportBrief),
  example: { given: 'read-actor-import', input: {} },
});

export const getActorImport = defineOperation({
  id: 'membership.actor-imports.get',
  summary: 'An import of actors: its columns, what was chosen, what would happen and what did',
  method: 'GET',
  path: '/{network}/actor-imports/{id}',
  access,
  input: byId,
  output: ActorImport,
  errors: [notFound],
  example: { given: 'read-actor-import', input: { id: '{importId}' } },
});

export const mapActorImport = defineOperation({
  id: 'membership.actor-imports.map',
  summary: 'Say what each column is and check every row; a trial, no actor changes',
  method: 'POST',
  path: '/{network}/actor-imports/{id}/mapping',
  access,
  input: byId.extend({ mapping: ActorMapping }),
  output: ActorImport,
  errors: [notFound, notOpen],
  example: { given: 'read-actor-import', input: { id: '{importId}', mapping: { fields: ['name_es', 'sector', 'country'] } } },
});

const ActorImportRow = importRowOf(ActorField).extend({
  /** The actor it is about, where there is one already. */
  actorId: Id.nullable(),
});
export type ActorImportRow = z.infer<typeof ActorImportRow>;

export const listActorImportRows = defineOperation({
  id: 'membership.actor-imports.rows',
  summary: 'What would become of each row of a sheet of actors, in its order',
  method: 'GET',
  path: '/{network}/actor-imports/{id}/rows',
  access,
  input: byId.extend({ outcome: ImportOutcome.optional(), ...page }),
  output: listOf(ActorImportRow),
  errors: [notFound],
  example: { given: 'checked-actor-import', input: { id: '{importId}' } },
});

export const reportActorImport = defineOperation({
  id: 'membership.actor-imports.report',
  summary: 'A ticket for the rows with errors as CSV, in the language asked',
  method: 'POST',
  path: '/{network}/actor-imports/{id}/report',
  reads: true,
  access,
  input: byId,
  output: Ticket,
  errors: [notFound, notOpen],
  example: { given: 'checked-actor-import', input: { id: '{importId}' } },
});

export const confirmActorImport = defineOperation({
  id: 'membership.actor-imports.confirm',
  summary: 'Do what the check showed, in the background; refused where file, columns or actors are not those checked',
  method: 'POST',
  path: '/{network}/actor-imports/{id}/confirm',
  access,
  input: byId.extend({ digest: z.string().length(64) }),
  output: ActorImport,
  errors: [notFound, notOpen, importErrors['import-stale']],
  once: true,
  example: { given: 'checked-actor-import', input: { id: '{importId}', digest: '{digest}' } },
});

export const resumeActorImport = defineOperation({
  id: 'membership.actor-imports.resume',
  summary: 'Go on with an import of actors that stopped, from where it stopped',
  method: 'POST',
  path: '/{network}/actor-imports/{id}/resume',
  access,
  input: byId,
  output: ActorImport,
  errors: [notFound, notOpen],
  once: true,
  example: { given: 'failed-actor-import', input: { id: '{importId}' } },
});

export const actorImportBegun = defineEvent({ subject: 'ev.membership.actor-import.begun.v1', data: importTold });
export const actorImportConfirmed = defineEvent({
  subject: 'ev.membership.actor-import.confirmed.v1',
  data: importTold.extend({ counts: ImportCounts }),
});
export const actorImportFinished = defineEvent({
  subject: 'ev.membership.actor-import.finished.v1',
  data: importTold.extend({ result: ImportResult }),
});
export const actorImportFailed = defineEvent({
  subject: 'ev.membership.actor-import.failed.v1',
  data: importTold.extend({ failure: ImportFailure }),
});
export const actorImportResumed = defineEvent({ subject: 'ev.membership.actor-import.resumed.v1', data: importTold });
