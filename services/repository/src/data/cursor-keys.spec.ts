import { describe, expect, it } from '@jest/globals';
import { InstantAndId, toCursor } from '@alianza/platform/data/cursors';
import { keysAfter, lastId, lastInstant } from './cursor-keys.js';

const read = (cursor?: string) => keysAfter(cursor, InstantAndId, [lastInstant, lastId]);
const keys = ['2026-11-21T09:00:00.000Z', '0190a000-0000-7000-8000-000000000001'];

describe('keys of a cursor', () => {
  it('are those of the row it was made of, else before all rows', () => {
    expect(read(toCursor(keys))).toEqual(keys);
    expect(read()).toEqual([lastInstant, lastId]);
  });

  it.each([
    ['x'],
    [toCursor(['now()', keys[1] ?? ''])],
    [toCursor([keys[0] ?? '', '1'])],
    [toCursor(['0000-01-01T00:00:00Z', keys[1] ?? ''])],
    [toCursor([1, 2])],
    [toCursor(keys.slice(1))],
  ])('are refused where we did not make them: %s', (cursor) => {
    expect(() => read(cursor)).toThrow(
      expect.objectContaining({ code: 'input-invalid', issues: [{ pointer: '/cursor', reason: 'wrong-format' }] }),
    );
  });
});
