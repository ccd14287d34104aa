import { describe, expect, it } from '@jest/globals';
import { Correspondent } from './correspondent.entity.js';

const registeredAt = new Date('2026-01-01T00:00:00Z');
const correspondent = () => Object.assign(new Correspondent(), { registeredAt, forgottenAt: new Date('2026-01-08T00:00:00Z') });
const day = (date: Date) => date.toISOString().slice(0, 10);

describe('an address', () => {
  it('is kept for a year once confirmed', () => {
    const one = correspondent();
    one.confirm(new Date('2026-01-02T00:00:00Z'));
    expect(day(one.forgottenAt)).toBe('2027-01-01');
  });

  it('goes ninety days after an answer, and never later than it would have', () => {
    const one = correspondent();
    one.confirm(registeredAt);
    one.settled(new Date('2026-02-01T00:00:00Z'));
    expect(day(one.forgottenAt)).toBe('2026-05-02');
    one.settled(new Date('2026-12-31T00:00:00Z'));
    expect(day(one.forgottenAt)).toBe('2026-05-02');
  });
});
