import { z } from 'zod';
import type { Access, ServiceName } from '../access.js';
import { generalErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Id, listOf, page, Ticket } from '../shapes.js';
import { ImportBrief, ImportCounts, importErrors, ImportFailure, ImportOutcome, ImportResult, importTold } from './sheet-imports.js';

const notFound = importErrors['import-not-found'];
const errors = [notFound, importErrors['import-not-open']];
const byImport = z.strictObject({ id: Id });
const input = { id: '{importId}' };

type Nouns = `${ServiceName}.${string}`;
type Shapes = Readonly<Record<string, z.ZodType>>;

/** What imports of one kind do not say as all others do. */
interface Kind<Name extends Nouns, Output extends z.ZodType, Row extends z.ZodType, Choice extends Shapes> {
  /** `<service>.<nouns>`. */
  readonly name: Name;
  readonly path: `/{network}/${string}`;
  readonly access: Access;
  /** What its records are called, and that none of them changes yet. */
  readonly said: { readonly records: string; readonly untouched: string };
  /** States of examples: a sheet that was uploaded, and what an import is called of which `read-`, `checked-` and `failed-` make one. */
  readonly given: { readonly sheet: string; readonly imported: string };
  readonly output: Output;
  readonly row: Row;
  /** What is said of a sheet when its columns are named. */
  readonly choice: Choice;
  /** An example of it. */
  readonly mapping: object;
}
type Readable<Name extends Nouns, Output extends z.ZodType, Row extends z.ZodType> = Omit<Kind<Name, Output, Row, Shapes>, 'choice'>;
type Doable<Name extends Nouns, Output extends z.ZodType, Choice extends Shapes> = Omit<Kind<Name, Output, z.ZodType, Choice>, 'row'>;

const reading = <const Name extends Nouns, Output extends z.ZodType, Row extends z.ZodType>(kind: Readable<Name, Output, Row>) => {
  const { name, path, access, said, given, output, row } = kind;
  return {
    list: defineOperation({
      id: `${name}.list`,
      summary: `Imports of ${said.records}, the last begun first`,
      method: 'GET',
      path,
      access,
      input: z.strictObject({ ...page }),
      output: listOf(ImportBrief),
      example: { given: `read-${given.imported}`, input: {} },
    }),
    get: defineOperation({
      id: `${name}.get`,
      summary: `An import of ${said.records}: its columns, what was chosen, what would happen and what did`,
      method: 'GET',
      path: `${path}/{id}`,
      access,
      input: byImport,
      output,
      errors: [notFound],
      example: { given: `read-${given.imported}`, input },
    }),
    rows: defineOperation({
      id: `${name}.rows`,
      summary: `What would become of each row of a sheet of ${said.records}, in its order`,
      method: 'GET',
      path: `${path}/{id}/rows`,
      access,
      input: byImport.extend({ outcome: ImportOutcome.optional(), ...page }),
      output: listOf(row),
      errors: [notFound],
      example: { given: `checked-${given.imported}`, input },
    }),
    report: defineOperation({
      id: `${name}.report`,
      summary: 'A ticket for the rows with errors as CSV, in the language asked',
      method: 'POST',
      path: `${path}/{id}/report`,
      reads: true,
      access,
      input: byImport,
      output: Ticket,
      errors,
      example: { given: `checked-${given.imported}`, input },
    }),
  };
};

const doing = <const Name extends Nouns, Output extends z.ZodType, Choice extends Shapes>(kind: Doable<Name, Output, Choice>) => {
  const { name, path, access, said, given, output, choice, mapping } = kind;
  const done = { method: 'POST', access, output } as const;
  return {
    begin: defineOperation({
      ...done,
      id: `${name}.begin`,
      summary: `Read the sheet of a staged upload; ${said.untouched}`,
      path,
      input: z.strictObject({ uploadId: Id }),
      errors: [generalErrors['upload-not-found']],
      once: true,
      example: { given: given.sheet, input: { uploadId: '{uploadId}' } },
    }),
    map: defineOperation({
      ...done,
      id: `${name}.map`,
      summary: `Say what each column is and check every row; a trial, ${said.untouched}`,
      path: `${path}/{id}/mapping`,
      input: byImport.extend(choice),
      errors,
      example: { given: `read-${given.imported}`, input: { ...input, mapping } },
    }),
    confirm: defineOperation({
      ...done,
      id: `${name}.confirm`,
      summary: `Do what the check showed, in the background; refused where file, columns or ${said.records} are not those that were checked`,
      path: `${path}/{id}/confirm`,
      input: byImport.extend({ digest: z.string().length(64) }),
      errors: [...errors, importErrors['import-stale']],
      once: true,
      example: { given: `checked-${given.imported}`, input: { ...input, digest: '{digest}' } },
    }),
    resume: defineOperation({
      ...done,
      id: `${name}.resume`,
      summary: `Go on with an import of ${said.records} that stopped, from where it stopped`,
      path: `${path}/{id}/resume`,
      input: byImport,
      errors,
      once: true,
      example: { given: `failed-${given.imported}`, input },
    }),
  };
};

/** The eight operations of a kind of import; the file of its noun exports each under a name of its own. */
export const importOperations = <const Name extends Nouns, Output extends z.ZodType, Row extends z.ZodType, Choice extends Shapes>(
  kind: Kind<Name, Output, Row, Choice>,
) => ({ ...reading(kind), ...doing(kind) });

/** What is told of a kind of import; `chosen` is what of its choice goes out when it is confirmed. */
export const importEvents = <Chosen extends Shapes>(noun: Nouns, chosen: Chosen) => ({
  begun: defineEvent({ subject: `ev.${noun}.begun.v1`, data: importTold }),
  confirmed: defineEvent({ subject: `ev.${noun}.confirmed.v1`, data: importTold.extend({ ...chosen, counts: ImportCounts }) }),
  finished: defineEvent({ subject: `ev.${noun}.finished.v1`, data: importTold.extend({ result: ImportResult }) }),
  failed: defineEvent({ subject: `ev.${noun}.failed.v1`, data: importTold.extend({ failure: ImportFailure }) }),
  resumed: defineEvent({ subject: `ev.${noun}.resumed.v1`, data: importTold }),
});
