import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Clock, shiftClocks } from './clock.js';

const hour = 3_600_000;
const inTests = process.env.NODE_ENV;
/** How far it is from this process’s own clock, in milliseconds, less what is `expected`. */
const away = (clock: Clock, expected = 0) => Math.abs(clock.instant().getTime() - Date.now() - expected);

afterEach(() => {
  process.env.NODE_ENV = inTests;
  shiftClocks(0);
});

describe('a clock', () => {
  it('tells the time of the database, once measured', async () => {
    const clock = new Clock();
    await clock.measure(() => Promise.resolve(new Date(Date.now() - 48 * hour)));
    expect(away(clock, -48 * hour)).toBeLessThan(60_000);
    await clock.measure(() => Promise.resolve(new Date(Date.now())));
    expect(away(clock)).toBeLessThan(60_000);
  });

  it('stays as it was when the database does not answer', async () => {
    const clock = new Clock();
    await clock.measure(() => Promise.resolve(new Date(Date.now() + hour)));
    await expect(clock.measure(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    await expect(clock.measure(() => Promise.resolve(new Date(NaN)))).rejects.toThrow('told no time');
    expect(away(clock, hour)).toBeLessThan(60_000);
  });

  it('stays as it was when the database stood still before it answered', async () => {
    const clock = new Clock();
    await clock.measure(() => Promise.resolve(new Date(Date.now() + hour)));
    const frozen = jest.spyOn(Date, 'now').mockReturnValueOnce(Date.now() - 50_000);
    await expect(clock.measure(() => Promise.resolve(new Date()))).rejects.toThrow('too long');
    frozen.mockRestore();
    expect(away(clock, hour)).toBeLessThan(1000);
  });

  it('is shifted in tests', () => {
    shiftClocks(hour);
    expect(away(new Clock(), hour)).toBeLessThan(60_000);
  });

  it.each(['production', 'development', ''])('is never shifted in «%s»', (mode) => {
    process.env.NODE_ENV = mode;
    expect(() => shiftClocks(hour)).toThrow('tests only');
    process.env.NODE_ENV = inTests;
    expect(away(new Clock())).toBeLessThan(60_000);
  });
});
