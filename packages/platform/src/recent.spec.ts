import { describe, expect, it, jest } from '@jest/globals';
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

  it('is forgotten when told', () => {
    const [recent, make] = [new Recent<number>(1000), counting()];
    recent.get('a', make);
    recent.forget('a');
    expect(recent.get('a', make)).toBe(2);
  });

  it('is never older than its time, whenever within it it was made', () => {
    const clock = jest.spyOn(performance, 'now');
    for (let made = 0; made <= 1000; made += 50) {
      const recent = new Recent<number>(1000);
      const at = (now: number) => {
        clock.mockReturnValue(now);
        return now;
      };
      const first = at(50_000);
      recent.get('first', () => first);
      const then = at(50_000 + made);
      recent.get('a', () => then);
      for (let later = 0; later <= 2000; later += 50) {
        const now = at(50_000 + made + later);
        expect(now - recent.get('a', () => now)).toBeLessThanOrEqual(1000);
      }
    }
    clock.mockRestore();
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
