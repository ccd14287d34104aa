import { z } from 'zod';
import { defineErrors, generalErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { importFields, sheetLimits } from '../imports/import-columns.js';
import { defineOperation } from '../operation.js';
import { Done, Id, line, listOf, page, Ticket } from '../shapes.js';
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
} from '../imports/sheet-imports.js';
import { PracticeType } from '../vocabularies.js';
import { recordFileErrors } from './files/record-files.js';
import { WrittenPractice } from './practices.js';

export const mappingErrors = defineErrors({ 'import-mapping-not-found': 'not-found' });

/** Imported records belong to the network, may be incomplete and keep the slug they had. */
export const importPractice = defineOperation({
  id: 'repository.practices.import',
  summary: 'Publish a sourced record of the network; the same slug again changes nothing',
  method: 'POST',
  path: '/{network}/practices/import',
  access: 'operator',
  input: z.strictObject({
    slug: z
      .string()
      .max(120)
      .regex(/^[a-z0-9-]+$/),
    content: WrittenPractice,
  }),
  output: z.strictObject({ imported: z.boolean() }),
  errors: [recordFileErrors['record-file-foreign']],
  example: {
    input: {
      slug: 'practica-importada',
      content: {
        type: 'law-policy',
        title: { original: 'es', es: 'Ley de ejemplo' },
        summary: { original: 'es', es: 'Una ley que reconoce el cuidado.' },
        context: null,
        actions: null,
        results: null,
        weaknesses: null,
        lessons: null,
        replicability: null,
        countries: ['UY'],
        place: null,
        level: 'national',
        sector: null,
        organizations: [],
        fiveRs: ['recognize'],
        populations: [],
        sdgTargets: ['5.4'],
        startYear: 2015,
        endYear: null,
        sourceLanguages: ['es'],
        evidence: null,
        sources: [{ title: 'Texto de la ley', url: null, publisher: null }],
      },
    },
  },
});

export const ImportField = z.enum(importFields);

/** What the sheet of one import becomes. */
export const ImportMapping = z.strictObject({
  /** What each column is, in the order of the sheet; null is left out. */
  fields: z.array(ImportField.nullable()).max(sheetLimits.columns),
  /** Type of the records whose row tells none. */
  type: PracticeType,
  /** New records begin published, as sourced records of the network, or as drafts of the network. */
  as: z.enum(['published', 'drafts']),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

export const PracticeImport = importOf(ImportField, ImportMapping);
export type PracticeImport = z.infer<typeof PracticeImport>;

const access = { permission: 'practices:import' } as const;
const notFound = importErrors['import-not-found'];
const notOpen = importErrors['import-not-open'];
const byId = z.strictObject({ id: Id });

export const beginImport = defineOperation({
  id: 'repository.imports.begin',
  summary: 'Read the sheet of a staged upload; nothing of the repository changes',
  method: 'POST',
  path: '/{network}/imports',
  access,
  input: z.strictObject({ uploadId: Id }),
  output: PracticeImport,
  errors: [generalErrors['upload-not-found']],
  once: true,
  example: { given: 'practice-sheet', input: { uploadId: '{uploadId}' } },
});

export const listImports = defineOperation({
  id: 'repository.imports.list',
  summary: 'Imports of the network, the last begun first',
  method: 'GET',
  path: '/{network}/imports',
  access,
  input: z.strictObject({ ...page }),
  output: listOf(ImportBrief),
  example: { given: 'read-import', input: {} },
});

export const getImport = defineOperation({
  id: 'repository.imports.get',
  summary: 'An import: its columns, what was chosen, what would happen and what did',
  method: 'GET',
  path: '/{network}/imports/{id}',
  access,
  input: byId,
  output: PracticeImport,
  errors: [notFound],
  example: { given: 'read-import', input: { id: '{importId}' } },
});

export const mapImport = defineOperation({
  id: 'repository.imports.map',
  summary: 'Say what each column is and check every row; a trial, nothing of the repository changes',
  method: 'POST',
  path: '/{network}/imports/{id}/mapping',
  access,
  input: byId.extend({ mapping: ImportMapping, rememberAs: line(80).optional() }),
  output: PracticeImport,
  errors: [notFound, notOpen],
  example: {
    given: 'read-import',
    input: { id: '{importId}', mapping: { fields: ['title_es', 'summary_es', 'countries'], type: 'good-practice', as: 'published' } },
  },
});

const ImportRow = importRowOf(ImportField).extend({
  /** The record it is about, where there is one already. */
  practiceId: Id.nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const listImportRows = defineOperation({
  id: 'repository.imports.rows',
  summary: 'What would become of each row, in the order of the sheet',
  method: 'GET',
  path: '/{network}/imports/{id}/rows',
  access,
  input: byId.extend({ outcome: ImportOutcome.optional(), ...page }),
  output: listOf(ImportRow),
  errors: [notFound],
  example: { given: 'checked-import', input: { id: '{importId}' } },
});

export const reportImport = defineOperation({
  id: 'repository.imports.report',
  summary: 'A ticket for the rows with errors as CSV, in the language asked',
  method: 'POST',
  path: '/{network}/imports/{id}/report',
  reads: true,
  access,
  input: byId,
  output: Ticket,
  errors: [notFound, notOpen],
  example: { given: 'checked-import', input: { id: '{importId}' } },
});

export const confirmImport = defineOperation({
  id: 'repository.imports.confirm',
  summary: 'Do what the check showed, in the background; refused where file, columns or records are not those that were checked',
  method: 'POST',
  path: '/{network}/imports/{id}/confirm',
  access,
  input: byId.extend({ digest: z.string().length(64) }),
  output: PracticeImport,
  errors: [notFound, notOpen, importErrors['import-stale']],
  once: true,
  example: { given: 'checked-import', input: { id: '{importId}', digest: '{digest}' } },
});

export const resumeImport = defineOperation({
  id: 'repository.imports.resume',
  summary: 'Go on with an import that stopped, from where it stopped',
  method: 'POST',
  path: '/{network}/imports/{id}/resume',
  access,
  input: byId,
  output: PracticeImport,
  errors: [notFound, notOpen],
  once: true,
  example: { given: 'failed-import', input: { id: '{importId}' } },
});

/** Columns that were remembered by their headings. */
const KeptMapping = z.strictObject({
  name: z.string(),
  columns: z.array(z.strictObject({ header: z.string(), field: ImportField })),
  type: PracticeType,
  as: ImportMapping.shape.as,
});

export const listImportMappings = defineOperation({
  id: 'repository.imports.mappings',
  summary: 'Columns that the network remembers, by name',
  method: 'GET',
  path: '/{network}/import-mappings',
  access,
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(KeptMapping) }),
  example: { given: 'kept-mapping', input: {} },
});

export const forgetImportMapping = defineOperation({
  id: 'repository.imports.forget-mapping',
  summary: 'Forget columns that were remembered under a name',
  method: 'POST',
  path: '/{network}/import-mappings/forget',
  access,
  input: z.strictObject({ name: line(80) }),
  output: Done,
  errors: [mappingErrors['import-mapping-not-found']],
  example: { given: 'kept-mapping', input: { name: '{mappingName}' } },
});

export const importBegun = defineEvent({ subject: 'ev.repository.import.begun.v1', data: importTold });
export const importConfirmed = defineEvent({
  subject: 'ev.repository.import.confirmed.v1',
  data: importTold.extend({ as: ImportMapping.shape.as, counts: ImportCounts }),
});
export const importFinished = defineEvent({
  subject: 'ev.repository.import.finished.v1',
  data: importTold.extend({ result: ImportResult }),
});
export const importFailed = defineEvent({ subject: 'ev.repository.import.failed.v1', data: importTold.extend({ failure: ImportFailure }) });
export const importResumed = defineEvent({ subject: 'ev.repository.import.resumed.v1', data: importTold });
