import { describe, expect, it } from '@jest/globals';
import type { LetterStatus } from '@alianza/contracts/membership/representation/letters';
import { after } from '../data/days.js';
import { Letter } from './letter.entity.js';
import { LetterExpiredError, LetterNotBegunError, LetterNotFiledError } from './letters.errors.js';

const now = new Date('2026-03-01T12:00:00Z');
const by = { by: 'p', at: now, begins: now };
const letter = (status: LetterStatus = 'filed', days = 400, warned: number | null = null) =>
  Object.assign(new Letter(), { status, endsAt: after(now, days), decidedAt: null, warned });

describe('a letter', () => {
  it('is decided once, by whom and when', () => {
    const filed = letter();
    filed.accredit(by);
    expect(filed).toMatchObject({ status: 'accredited', decidedBy: 'p', decidedAt: now });
    const other = letter();
    other.return('Falta la firma.', by);
    expect(other).toMatchObject({ status: 'returned', reason: 'Falta la firma.', decidedBy: 'p' });
  });

  it.each(['accredited', 'returned', 'closed'] as const)('that is %s is decided no more', (status) => {
    expect(() => letter(status).accredit(by)).toThrow(LetterNotFiledError);
    expect(() => letter(status).return('x', by)).toThrow(LetterNotFiledError);
  });

  it('that is over accredits nobody', () => {
    const late = letter('filed', 0);
    expect(() => late.accredit(by)).toThrow(LetterExpiredError);
    expect(late.status).toBe('filed');
  });

  it('dated in the future accredits nobody before its day', () => {
    const early = letter();
    expect(() => early.accredit({ ...by, begins: after(now, 0.5) })).toThrow(LetterNotBegunError);
    expect(early.status).toBe('filed');
  });

  it.each([
    [400, 'far'],
    [30.1, 'far'],
    [30, 'soon'],
    [0.001, 'soon'],
    [0, 'over'],
    [-3, 'over'],
  ] as const)('%s days before its end is %s', (days, expiry) => {
    expect(letter('accredited', days).expiry(now)).toBe(expiry);
  });

  it.each([
    [30, 30],
    [29.01, 30],
    [0.04, 1],
  ])('%s days before its end has %s begun days left', (days, left) => {
    expect(letter('accredited', days).daysLeft(now)).toBe(left);
  });

  it.each([
    ['31 days before', letter('accredited', 31), null],
    ['30 days before', letter('accredited', 30), 30],
    ['20 days before, told already', letter('accredited', 20, 30), null],
    ['7 days before, told of 30', letter('accredited', 7, 30), 7],
    ['3 days before, told of nothing: of the nearer alone', letter('accredited', 3), 7],
    ['3 days before, told of 7', letter('accredited', 3, 7), null],
    ['over', letter('accredited', -1, 7), null],
    ['waiting', letter('filed', 3), null],
    ['replaced', letter('closed', 3), null],
  ] as const)('is warned of once for each step: %s', (_when, it, due) => {
    expect(it.dueWarning(now)).toBe(due);
  });
});
