import { describe, expect, it } from '@jest/globals';
import { dayIn, endIn } from './days-in-zone.js';

describe('a day in a zone', () => {
  it.each([
    ['America/Mexico_City', '2026-11-22T05:59:59.999Z', '2026-11-21'],
    ['America/Mexico_City', '2026-11-22T06:00:00.000Z', '2026-11-22'],
    ['Pacific/Kiritimati', '2026-11-21T10:00:00.000Z', '2026-11-22'],
    ['Asia/Kathmandu', '2026-11-21T18:14:59.000Z', '2026-11-21'],
    ['Asia/Kathmandu', '2026-11-21T18:15:00.000Z', '2026-11-22'],
    ['UTC', '2026-11-21T23:59:59.999Z', '2026-11-21'],
  ])('of %s at %s is %s', (zone, at, day) => expect(dayIn(zone, new Date(at))).toBe(day));

  it.each([
    ['America/Mexico_City', '2026-11-21', '2026-11-22T05:59:59.999Z'],
    ['Pacific/Kiritimati', '2026-11-21', '2026-11-21T09:59:59.999Z'],
    // The days on which clocks change, forward and back.
    ['Europe/Madrid', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['Europe/Madrid', '2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['America/Santiago', '2026-09-05', '2026-09-06T03:59:59.999Z'],
  ])('of %s ends, on %s, at %s', (zone, day, end) => {
    expect(endIn(zone, day).toISOString()).toBe(end);
    expect([dayIn(zone, new Date(end)), dayIn(zone, new Date(Date.parse(end) + 1))]).toEqual([day, expect.not.stringMatching(day)]);
  });
});
