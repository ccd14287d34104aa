import type { BaseCalendar, CalendarRule, DeclaredDays, RestDayName } from './base-calendars.js';

/** What a network says of single days: none works that would, or one does that would not. */
export interface CalendarChange {
  /** `2026-04-02`. */
  readonly day: string;
  readonly working: boolean;
}

/** A list of rest days and what a network says otherwise. */
export interface BusinessCalendar {
  readonly base: BaseCalendar;
  readonly changes: readonly CalendarChange[];
}

/** A rest day that the base calendar itself gives; `declared` where an authority did. */
export interface RestDay {
  readonly day: string;
  readonly name: RestDayName;
  readonly declared: DeclaredDays | null;
}

const dayLength = 24 * 60 * 60 * 1000;
const written = (at: number): string => new Date(at).toISOString().slice(0, 10);
const civil = (year: number, month: number, day: number): string => written(Date.UTC(year, month - 1, day));

/** So many days later; civil days have no zone. */
export const plusDays = (day: string, days: number): string => written(Date.parse(day) + days * dayLength);
/** ISO 8601: Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

function holdsIn({ fromYear, toYear, everyYears = 1 }: CalendarRule, year: number): boolean {
  if (fromYear !== undefined && year < fromYear) return false;
  if (toYear !== undefined && year > toYear) return false;
  return (year - (fromYear ?? year)) % everyYears === 0;
}

/** The nth such weekday of a month: the first is at most six days after the month's first. */
function nthWeekday(year: number, { month, weekday, nth }: { month: number; weekday: number; nth: number }): string {
  const first = civil(year, month, 1);
  return plusDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

const dayBy = (rule: CalendarRule, year: number): string =>
  rule.kind === 'fixed' ? civil(year, rule.month, rule.day) : nthWeekday(year, rule);

const daysOf = ({ from, to }: DeclaredDays): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day);
  return days;
};

/** Rest days of a year in their order, weekends apart; a day that falls on one is there all the same. */
export function restDaysOf(base: BaseCalendar, year: number): RestDay[] {
  const ruled = base.rules
    .filter((rule) => holdsIn(rule, year))
    .map((rule): RestDay => ({ day: dayBy(rule, year), name: rule.name, declared: null }));
  const known = new Set(ruled.map(({ day }) => day));
  const declared = base.declared.flatMap((declared) => daysOf(declared).map((day): RestDay => ({ day, name: 'declared', declared })));
  const own = declared.filter(({ day }) => day.startsWith(`${String(year)}-`) && !known.has(day));
  return [...ruled, ...own].sort((one, other) => (one.day < other.day ? -1 : 1));
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** Answers for one calendar, each year looked up once. */
function reader({ base, changes }: BusinessCalendar): (day: string) => boolean {
  const said = new Map(changes.map(({ day, working }) => [day, working]));
  const years = new Map<number, ReadonlySet<string>>();
  const restIn = (year: number) => {
    const known = years.get(year) ?? new Set(restDaysOf(base, year).map(({ day }) => day));
    years.set(year, known);
    return known;
  };
  return (day) => said.get(day) ?? !(base.weekend.includes(weekdayOf(day)) || restIn(yearOf(day)).has(day));
}

/**
 * Whether a day counts in a term. What the network says of the day comes first; else weekends and the base calendar's rest days do not count
 * (Ley Federal de Procedimiento Administrativo, art. 28: terms in days leave out those that are not for business).
 */
export const isBusinessDay = (calendar: BusinessCalendar, day: string): boolean => reader(calendar)(day);

/** Longest stretch of rest that is looked across. */
const longestRest = 400;

/**
 * The day on which a term of so many business days ends: the day it begins on does not count (art. 38: terms run from the day after), so one
 * business day after a Friday is the Monday. 0 is the day itself, whatever it is. Throws `RangeError` where nobody ever works.
 */
export function addBusinessDays(calendar: BusinessCalendar, from: string, count: number): string {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('a term is a whole number of days');
  const works = reader(calendar);
  let [day, left, rest] = [from, count, 0];
  while (left > 0) {
    day = plusDays(day, 1);
    rest = works(day) ? 0 : rest + 1;
    if (rest === 0) left -= 1;
    if (rest > longestRest) throw new RangeError('this calendar has no business days');
  }
  return day;
}

/** How many business days there are after `from`, up to and with `to`: 0 where `to` is no later. The inverse of `addBusinessDays`. */
export function businessDaysBetween(calendar: BusinessCalendar, from: string, to: string): number {
  const works = reader(calendar);
  let count = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (works(day)) count += 1;
  return count;
}
