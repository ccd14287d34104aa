import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { z } from 'zod';
import { isStorable } from './storable.js';

/** An opaque cursor: the sort keys of the last row of a page. */
export const toCursor = (keys: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

const isSortKey = (key: unknown): key is string | number | null =>
  key === null || (typeof key === 'string' ? isStorable(key) : Number.isFinite(key));

/** An instant that PostgreSQL knows too: its calendar has no year 0. */
export const InstantKey = z.iso.datetime().refine((instant) => !instant.startsWith('0000'));
/** The sort keys of an instant and an id. */
export const InstantAndId = z.tuple([InstantKey, z.guid()]);

/**
 * The keys of a cursor, as many as `count`; one that we did not make is `input-invalid` at `/cursor`. `shape` is theirs where a column takes
 * less than any text or number.
 */
export function fromCursor(cursor: string | undefined, count: number, shape: z.ZodType = z.unknown()): (string | number | null)[] | null {
  if (cursor === undefined) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(keys) && keys.length === count && keys.every(isSortKey) && shape.safeParse(keys).success) return keys;
  } catch {
    // told below
  }
  throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/cursor', reason: 'wrong-format' }]);
}

/** Cuts one row more than asked into a page and the cursor to the next. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => (string | number | null)[],
): { rows: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last !== undefined ? toCursor(keysOf(last)) : null };
}
