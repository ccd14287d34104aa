import { describe, expect, it } from '@jest/globals';
import { CategoryPeriodTakenError } from '../standing/standing.errors.js';
import { CategoryPeriod } from './category-period.entity.js';

const period = (over: Partial<CategoryPeriod>) => Object.assign(new CategoryPeriod(), { since: '2026-01-15', until: null }, over);

describe('a period in a category', () => {
  it.each([
    ['later', {}, '2026-02-01', true],
    ['on its own first day', {}, '2026-01-15', true],
    ['before it began', {}, '2026-01-14', false],
    ['whenever, where nobody wrote down its beginning', { since: null }, '2019-05-01', true],
    ['a second time', { until: '2026-03-01' }, '2026-04-01', false],
  ])('ends %s', (_when, over, day, ends) => {
    const held = period(over);
    if (ends) held.end(day);
    else expect(() => held.end(day)).toThrow(CategoryPeriodTakenError);
    expect(held.until).toBe(ends ? day : ((over as { until?: string }).until ?? null));
  });

  it.each([
    ['lasts', '2026-02-01', '2026-02-01'],
    ['is still to begin', '2025-12-31', '2026-01-15'],
  ])('ends with its organisation, also while it %s', (_when, today, until) => {
    const held = period({});
    held.leave(today);
    expect(held.until).toBe(until);
  });
});
