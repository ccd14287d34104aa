import { z } from 'zod';
import { defineErrors } from '../errors.js';
import { Id, Instant } from '../shapes.js';

// What the imports of all services say alike: a sheet is read, its columns are named, its rows checked, and what was checked is confirmed.

export const importErrors = defineErrors({
  'import-not-found': 'not-found',
  'import-not-open': 'conflict',
  'import-stale': 'conflict',
});

/**
 * `read`: its columns wait for a person · `checked`: what would happen is known · `unreadable` and `done` stay as they are · `failed`: it could not
 * go on, and does once somebody says so.
 */
export const ImportStatus = z.enum(['reading', 'unreadable', 'read', 'checking', 'checked', 'applying', 'failed', 'done']);
export type ImportStatus = z.infer<typeof ImportStatus>;
/** What goes on in the background, and can stop there. */
export type ImportStep = Extract<ImportStatus, 'reading' | 'checking' | 'applying'>;

/** Why an import could not go on. */
export const ImportFailure = z.enum(['gone', 'stuck', 'too-many-errors']);
export type ImportFailure = z.infer<typeof ImportFailure>;

/** How many rows invite somebody; absent where none does. */
const invited = z.int().optional();
/** How many rows would become what. */
export const ImportCounts = z.strictObject({ create: z.int(), change: z.int(), same: z.int(), error: z.int(), invited });
export type ImportCounts = z.infer<typeof ImportCounts>;
export const ImportOutcome = z.enum(['create', 'change', 'same', 'error']);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** What became of them: `skipped` are rows whose record had changed since they were checked. */
export const ImportResult = z.strictObject({
  ...{ created: z.int(), changed: z.int(), same: z.int(), skipped: z.int(), failed: z.int() },
  invited,
});
export type ImportResult = z.infer<typeof ImportResult>;

export const ImportBrief = z.strictObject({
  id: Id,
  status: ImportStatus,
  name: z.string(),
  rows: z.int(),
  counts: ImportCounts.nullable(),
  result: ImportResult.nullable(),
  begunBy: Id,
  begunAt: Instant,
  finishedAt: Instant.nullable(),
});

/** An import whose columns are fields of `field`, and what they become is a `mapping`. */
export const importOf = <Field extends z.ZodType<string>, Mapping extends z.ZodType>(field: Field, mapping: Mapping) =>
  ImportBrief.extend({
    size: z.int(),
    /** Of the file, in hex. */
    sha256: z.string(),
    /** Why it could not be read or go on, in the reader's language. */
    failure: z.string().nullable(),
    /** Whether it goes on where it stopped, if somebody says so. */
    resumable: z.boolean(),
    columns: z.array(
      z.strictObject({
        header: z.string(),
        /** What stands in its first rows. */
        samples: z.array(z.string()),
        /** What its heading says it is. */
        proposed: field.nullable(),
      }),
    ),
    mapping: mapping.nullable(),
    /** What was checked: file, columns and records together. To be given when it is confirmed. */
    digest: z.string().nullable(),
    /** Rows done of those there are, while it is checked or applied. */
    progress: z.strictObject({ done: z.int(), of: z.int() }).nullable(),
    confirmedBy: Id.nullable(),
    confirmedAt: Instant.nullable(),
  });

export const importRowOf = <Field extends z.ZodType<string>>(field: Field) =>
  z.strictObject({
    /** As the spreadsheet numbers it. */
    number: z.int(),
    outcome: ImportOutcome,
    title: z.string(),
    /** Columns whose value would change. */
    changes: z.array(field),
    /** What is wrong and how to mend it, in the reader's language. */
    problems: z.array(
      z.strictObject({ column: z.string().nullable(), field: field.nullable(), value: z.string().nullable(), text: z.string() }),
    ),
    /** Once it was applied; `failed` where it could not be written. */
    done: z.enum(['created', 'changed', 'skipped', 'failed']).nullable(),
  });

/** What the events of an import tell. */
export const importTold = z.object({ sha256: z.string() });
