import { describe, expect, it } from '@jest/globals';
import { Id } from '@alianza/contracts/shapes';
import { madeAt, newId } from './ids.js';

describe('an id', () => {
  it('is a UUID of version 7 that begins with its milliseconds', () => {
    const id = newId(0x018f_aaaa_bbbb);
    expect(id).toMatch(/^018faaaa-bbbb-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Id.safeParse(id).success).toBe(true);
    expect(madeAt(id).getTime()).toBe(0x018f_aaaa_bbbb);
  });

  it('stands behind every one made a millisecond earlier', () => {
    const ids = Array.from({ length: 200 }, (_none, index) => newId(1_700_000_000_000 + index));
    expect([...ids].sort()).toEqual(ids);
  });

  it('is nobody else’s, also within one millisecond', () => {
    const ids = Array.from({ length: 5000 }, () => newId(1_700_000_000_000));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is of now unless told', () => {
    const milliseconds = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
    expect(Math.abs(milliseconds - Date.now())).toBeLessThan(60_000);
  });
});
