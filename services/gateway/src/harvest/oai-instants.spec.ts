import { describe, expect, it } from '@jest/globals';
import { inSeconds, spanOf } from './oai-instants.js';

describe('a span', () => {
  it.each([
    [undefined, undefined, {}],
    ['2026-02-28', undefined, { from: '2026-02-28T00:00:00.000Z' }],
    ['2026-02-28', '2026-02-28', { from: '2026-02-28T00:00:00.000Z', before: '2026-03-01T00:00:00.000Z' }],
    [undefined, '2026-12-31T23:59:59Z', { before: '2027-01-01T00:00:00.000Z' }],
  ])('from %s until %s includes all of what it names', (from, until, span) => {
    expect(spanOf(from, until)).toEqual(span);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '2026-01-01T24:00:00Z',
    '2026-01-01T10:00:00',
    '2026-01-01T10:00:00.5Z',
    '0000-01-01',
    'ayer',
    '',
  ])('takes no %p', (text) => {
    expect(() => spanOf(text, undefined)).toThrow(expect.objectContaining({ code: 'badArgument' }));
  });
});

it('is written in whole seconds, never later than it was', () => {
  expect(inSeconds('2026-11-21T10:00:00.999999Z')).toBe('2026-11-21T10:00:00Z');
});
