import { describe, expect, it } from '@jest/globals';
import { fromCursor, toCursor, toPage } from './cursors.js';

const encoded = (text: string) => Buffer.from(text).toString('base64url');

describe('a cursor', () => {
  it.each([[['Ñandú', 'ninez']], [[7]], [[null, '2026-11-21T09:00:00.123Z', -1.5]]])('gives back %j', (keys) => {
    expect(fromCursor(toCursor(keys), keys.length)).toEqual(keys);
  });

  it('is none for a first page', () => {
    expect(fromCursor(undefined, 2)).toBeNull();
  });

  it.each([
    ['empty', ''],
    ['words', 'xx'],
    ['too short', toCursor(['a'])],
    ['too long', toCursor(['a', 'b', 'c'])],
    ['no list', encoded('{"0":"a","1":"b"}')],
    ['deep', encoded('[["a"],"b"]')],
    ['an object inside', encoded('[{"a":1},"b"]')],
    ['true', encoded('[true,"b"]')],
    ['cut', toCursor(['a', 'b']).slice(0, -3)],
    ['with a character that no column holds', encoded('["\\u0000","b"]')],
    ['with half a character', encoded('["\\ud83d","b"]')],
    ['beyond all numbers', encoded('[1e999,"b"]')],
  ])('that is %s is refused where it stands', (_what, cursor) => {
    expect(() => fromCursor(cursor, 2)).toThrow(
      expect.objectContaining({ code: 'input-invalid', issues: [{ pointer: '/cursor', reason: 'wrong-format' }] }),
    );
  });
});

describe('a page', () => {
  const rows = (count: number) => Array.from({ length: count }, (_none, index) => ({ n: index + 1 }));
  const cut = (count: number) => toPage(rows(count), 2, ({ n }) => [n]);

  it('leads to the next while there is one', () => {
    expect(cut(3)).toEqual({ rows: rows(2), nextCursor: toCursor([2]) });
    expect(cut(2)).toEqual({ rows: rows(2), nextCursor: null });
    expect(cut(0)).toEqual({ rows: [], nextCursor: null });
  });
});
