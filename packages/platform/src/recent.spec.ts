import { describe, expect, it } from '@jest/globals';
import { eventually } from '@alianza/testing/eventually';
import { Recent } from './recent.js';

const counting = () => {
  let made = 0;
  return () => ++made;
};

describe('what was made recently', () => {
  it('is made once for a key, also where it is null', () => {
    const [recent, make] = [new Recent<number | null>(1000), counting()];
    expect([recent.get('a', make), recent.get('a', make), recent.get('b', make)]).toEqual([1, 1, 2]);
    expect([recent.get('c', () => null), recent.get('c', make)]).toEqual([null, null]);
  });

  it('is forgotten when told, and never kept for longer than its time', async () => {
    const [recent, make] = [new Recent<number>(30), counting()];
    recent.get('a', make);
    recent.forget('a');
    expect(recent.get('a', make)).toBe(2);
    await eventually(() => recent.get('a', make) === 3, 1000);
  });

  it('keeps so many and no more', () => {
    const [recent, make] = [new Recent<number>(60_000, 2), counting()];
    for (const key of ['a', 'b', 'c']) recent.get(key, make);
    expect(recent.get('a', make)).toBe(4);
  });

  it('gives what it keeps even where it keeps a single thing', () => {
    const [recent, make] = [new Recent<number>(60_000, 1), counting()];
    expect([recent.get('a', make), recent.get('a', make)]).toEqual([1, 1]);
  });

  it('keeps nothing of what failed', () => {
    const recent = new Recent<number>(1000);
    const fail = () => {
      throw new Error('away');
    };
    expect(() => recent.get('a', fail)).toThrow('away');
    expect(recent.get('a', () => 1)).toBe(1);
  });
});
