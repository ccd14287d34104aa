import { describe, expect, it } from '@jest/globals';
import { Id } from '@alianza/contracts/shapes';
import { digestBegan, digestOf, localTime } from './digest-day.js';

describe('the day of a summary', () => {
  it.each([
    ['2026-01-15T06:30:00Z', 'America/Mexico_City', '2026-01-15', { hour: 0, minute: 30 }],
    ['2026-01-15T05:59:59Z', 'America/Mexico_City', '2026-01-14', { hour: 23, minute: 59 }],
    ['2026-01-15T13:00:00Z', 'America/Mexico_City', '2026-01-15', { hour: 7, minute: 0 }],
    ['2026-03-29T01:30:00Z', 'Europe/Madrid', '2026-03-29', { hour: 3, minute: 30 }],
    ['2026-12-31T20:00:00Z', 'Pacific/Auckland', '2027-01-01', { hour: 9, minute: 0 }],
  ])('at %s in %s is %s, at %o', (now, zone, day, time) => {
    expect(localTime(new Date(now), zone)).toEqual({ day, ...time });
  });

  it.each([
    ['2026-01-15T13:00:00Z', 'America/Mexico_City', '2026-01-15T13:00:00Z'],
    ['2026-01-16T05:59:59Z', 'America/Mexico_City', '2026-01-15T13:00:00Z'],
    ['2026-03-29T21:59:59Z', 'Europe/Madrid', '2026-03-29T05:00:00Z'],
    ['2026-01-15T10:00:00Z', 'Asia/Kathmandu', '2026-01-15T01:15:00Z'],
  ])('at %s in %s takes in what was before %s', (now, zone, before) => {
    expect(digestBegan(new Date(now), zone)).toEqual(new Date(before));
  });

  it('has an id of its own in each network', () => {
    const [one, other] = ['0190a000-0000-7000-8000-00000000000a', '0190a000-0000-7000-8000-00000000000b'];
    const ids = [digestOf(one, '2026-01-15'), digestOf(one, '2026-01-16'), digestOf(other, '2026-01-15')];
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(Id.parse(id)).toBe(id);
    expect(digestOf(one, '2026-01-15')).toBe(ids[0]);
  });
});
