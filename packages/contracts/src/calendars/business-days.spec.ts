import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { baseCalendars, type BaseCalendarId } from './base-calendars.js';
import {
  addBusinessDays,
  businessDaysBetween,
  isBusinessDay,
  plusDays,
  restDaysOf,
  weekdayOf,
  type BusinessCalendar,
} from './business-days.js';

const plain = (id: BaseCalendarId): BusinessCalendar => ({ base: baseCalendars[id], changes: [] });
const labour = plain('mx-lft-74');
const procedure = plain('mx-lfpa-28');
const weekdays = plain('mon-fri');
const daysIn = ({ base }: BusinessCalendar, year: number) => restDaysOf(base, year).map(({ day }) => day);

describe('rest days, by hand', () => {
  it.each([
    // Mondays instead of 5 February, 21 March and 20 November.
    [2026, ['2026-01-01', '2026-02-02', '2026-03-16', '2026-05-01', '2026-09-16', '2026-11-16', '2026-12-25']],
    [2024, ['2024-01-01', '2024-02-05', '2024-03-18', '2024-05-01', '2024-09-16', '2024-10-01', '2024-11-18', '2024-12-25']],
    [2018, ['2018-01-01', '2018-02-05', '2018-03-19', '2018-05-01', '2018-09-16', '2018-11-19', '2018-12-01', '2018-12-25']],
  ])('of the labour act in %i', (year, days) => expect(daysIn(labour, year)).toEqual(days));

  it('the executive changes every six years: on 1 December to 2018, on 1 October from 2024', () => {
    const executive = (year: number) => restDaysOf(labour.base, year).filter(({ name }) => name === 'executive');
    const years = Array.from({ length: 31 }, (_none, index) => 2006 + index);
    expect(years.flatMap((year) => executive(year).map(({ day }) => day))).toEqual([
      ...['2006-12-01', '2012-12-01', '2018-12-01', '2024-10-01', '2030-10-01', '2036-10-01'],
    ]);
    expect(isBusinessDay(procedure, '2024-10-01')).toBe(true);
    expect(daysIn(procedure, 2012)).toContain('2012-12-01');
    expect(daysIn(procedure, 2024).filter((day) => day.startsWith('2024-12'))).toEqual(['2024-12-25']);
  });

  it('the procedure act keeps the dates themselves', () => {
    expect(daysIn(procedure, 2026)).toEqual([
      ...['2026-01-01', '2026-02-05', '2026-03-21', '2026-05-01', '2026-05-05', '2026-09-01', '2026-09-16', '2026-11-20', '2026-12-25'],
    ]);
    expect([isBusinessDay(procedure, '2026-02-05'), isBusinessDay(procedure, '2026-02-02')]).toEqual([false, true]);
    expect([isBusinessDay(labour, '2026-02-05'), isBusinessDay(labour, '2026-02-02')]).toEqual([true, false]);
  });

  it('Thursday and Friday of Holy Week are for business until the network says otherwise', () => {
    const holy = ['2026-04-02', '2026-04-03'];
    for (const day of holy) expect(isBusinessDay(procedure, day)).toBe(true);
    const changes = holy.map((day) => ({ day, working: false }));
    for (const day of holy) expect(isBusinessDay({ ...procedure, changes }, day)).toBe(false);
    expect(addBusinessDays({ ...procedure, changes }, '2026-04-01', 1)).toBe('2026-04-06');
  });
});

describe('terms, by hand', () => {
  const term = (calendar: BusinessCalendar, from: string, count: number, end: string) => ({ calendar, from, count, end });
  it.each([
    ['three days after a Friday', term(weekdays, '2026-11-20', 3, '2026-11-25')],
    ['one day after a Saturday', term(weekdays, '2026-11-21', 1, '2026-11-23')],
    ['none', term(weekdays, '2026-11-21', 0, '2026-11-21')],
    // Nobody worked from 16 December to 5 January.
    ['over declared days, Christmas and New Year', term(procedure, '2019-12-13', 1, '2020-01-06')],
    ['ten days over them', term(procedure, '2019-12-13', 10, '2020-01-17')],
    ['over a Monday that rests', term(labour, '2026-01-30', 1, '2026-02-03')],
    ['over the 29th of February', term(weekdays, '2028-02-28', 2, '2028-03-01')],
  ])('%s', (_what, { calendar, from, count, end }) => {
    expect(addBusinessDays(calendar, from, count)).toBe(end);
    expect(businessDaysBetween(calendar, from, end)).toBe(count);
  });

  it('a network makes a day of the weekend work', () => {
    const changes = [{ day: '2026-11-21', working: true }];
    expect(addBusinessDays({ ...weekdays, changes }, '2026-11-20', 1)).toBe('2026-11-21');
  });

  it('is told where nobody ever works', () => {
    const never: BusinessCalendar = { base: { ...weekdays.base, weekend: [1, 2, 3, 4, 5, 6, 7] }, changes: [] };
    expect(() => addBusinessDays(never, '2026-01-01', 1)).toThrow(RangeError);
    expect(() => addBusinessDays(weekdays, '2026-01-01', 1.5)).toThrow(RangeError);
    expect(() => addBusinessDays(weekdays, '2026-01-01', -1)).toThrow(RangeError);
  });
});

describe('whatever the calendar', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((days) => plusDays('1990-01-01', days));
  const calendars = fc.record({
    base: fc.constantFrom(...Object.values(baseCalendars)),
    changes: fc.uniqueArray(fc.record({ day: days, working: fc.boolean() }), { maxLength: 30, selector: ({ day }) => day }),
  });
  const terms = fc.integer({ min: 0, max: 60 });

  it('a term ends on a business day, and counting back gives its length', () => {
    fc.assert(
      fc.property(calendars, days, terms, (calendar, from, count) => {
        const end = addBusinessDays(calendar, from, count);
        expect(businessDaysBetween(calendar, from, end)).toBe(count);
        if (count > 0) expect(isBusinessDay(calendar, end)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('two terms after one another are one of both lengths', () => {
    fc.assert(
      fc.property(calendars, days, terms, terms, (calendar, from, one, other) => {
        const both = addBusinessDays(calendar, addBusinessDays(calendar, from, one), other);
        expect(both).toBe(addBusinessDays(calendar, from, one + other));
      }),
      { numRuns: 100 },
    );
  });

  it('what the network says of a day is so, and a weekend rests else', () => {
    fc.assert(
      fc.property(calendars, days, (calendar, day) => {
        const said = calendar.changes.find((change) => change.day === day);
        if (said) expect(isBusinessDay(calendar, day)).toBe(said.working);
        else if (calendar.base.weekend.includes(weekdayOf(day))) expect(isBusinessDay(calendar, day)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
