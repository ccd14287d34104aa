import { describe, expect, it } from '@jest/globals';
import { endOfDay, startOfDay } from './days.js';

describe('a day in a zone', () => {
  it.each([
    ['2026-11-21', 'America/Mexico_City', '2026-11-21T06:00:00.000Z', '2026-11-22T06:00:00.000Z'],
    ['2026-11-21', 'UTC', '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'],
    ['2026-11-21', 'Asia/Kolkata', '2026-11-20T18:30:00.000Z', '2026-11-21T18:30:00.000Z'],
    // clocks go forward at two in the morning: that day has 23 hours
    ['2026-03-29', 'Europe/Madrid', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    // and back
    ['2026-10-25', 'Europe/Madrid', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
  ])('%s in %s', (civil, zone, start, end) => {
    expect(startOfDay(civil, zone)).toBe(start);
    expect(endOfDay(civil, zone)).toBe(end);
  });
});
