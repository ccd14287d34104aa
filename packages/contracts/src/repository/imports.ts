import { z } from 'zod';
import { defineErrors } from '../errors.js';
import { importFields, sheetLimits } from '../imports/import-columns.js';
import { importEvents, importOperations } from '../imports/import-operations.js';
import { importOf, importRowOf } from '../imports/sheet-imports.js';
import { defineOperation } from '../operation.js';
import { Done, Id, line } from '../shapes.js';
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

const ImportRow = importRowOf(ImportField).extend({
  /** The record it is about, where there is one already. */
  practiceId: Id.nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

const access = { permission: 'practices:import' } as const;

export const practiceImportOperations = importOperations({
  name: 'repository.imports',
  path: '/{network}/imports',
  access,
  said: { records: 'practices', untouched: 'nothing of the repository changes' },
  given: { sheet: 'practice-sheet', imported: 'import' },
  output: PracticeImport,
  row: ImportRow,
  choice: { mapping: ImportMapping, rememberAs: line(80).optional() },
  mapping: { fields: ['title_es', 'summary_es', 'countries'], type: 'good-practice', as: 'published' },
});
export const {
  begin: beginImport,
  list: listImports,
  get: getImport,
  map: mapImport,
  rows: listImportRows,
  report: reportImport,
  confirm: confirmImport,
  resume: resumeImport,
} = practiceImportOperations;

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

export const practiceImportEvents = importEvents('repository.import', { as: ImportMapping.shape.as });
export const {
  begun: importBegun,
  confirmed: importConfirmed,
  finished: importFinished,
  failed: importFailed,
  resumed: importResumed,
} = practiceImportEvents;
