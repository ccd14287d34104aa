import { z } from 'zod';
import { defineErrors } from '../errors.js';

// What the imports of all services say alike: a sheet is read, its columns are named, its rows checked, and what was checked is confirmed.

export const importErrors = defineErrors({
  'import-not-found': 'not-found',
  'import-not-open': 'conflict',
  'import-stale': 'conflict',
});

/** `read`: its columns wait for a person · `checked`: what would happen is known · `unreadable` and `done` stay as they are. */
export const ImportStatus = z.enum(['reading', 'unreadable', 'read', 'checking', 'checked', 'applying', 'done']);
export type ImportStatus = z.infer<typeof ImportStatus>;

/** How many rows would become what. */
export const ImportCounts = z.strictObject({ create: z.int(), change: z.int(), same: z.int(), error: z.int() });
export type ImportCounts = z.infer<typeof ImportCounts>;
export const ImportOutcome = z.enum(['create', 'change', 'same', 'error']);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** What became of them: `skipped` are rows whose record had changed since they were checked. */
export const ImportResult = z.strictObject({ created: z.int(), changed: z.int(), same: z.int(), skipped: z.int(), failed: z.int() });
export type ImportResult = z.infer<typeof ImportResult>;
