import { fromCursor } from '@alianza/platform/data/cursors';
import type { z } from 'zod';

export type Keys = readonly (string | number)[];

/** After this, in either direction, comes every row: with it the first page is asked for like any other. */
export const lastInstant = 'infinity';
export const firstInstant = '-infinity';
export const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
export const firstId = '00000000-0000-0000-0000-000000000000';

/** Where a page begins: behind the keys of the cursor, else behind `first`. Keys of another shape are `input-invalid` at `/cursor`. */
export function keysAfter<K extends Keys>(cursor: string | undefined, shape: z.ZodType<K>, first: NoInfer<K>): K {
  return (fromCursor(cursor, first.length, shape) as K | null) ?? first;
}
