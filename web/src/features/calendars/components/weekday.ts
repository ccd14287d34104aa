import { localeOf } from '../../../shared/format/locale.js';

/** "jueves 2 de abril", of a civil day. */
export const dayAndWeekday = (lang: string, day: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));

/** The same with its year. */
export const wholeDay = (lang: string, day: string): string =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day));

/** 2024-01-01 was a Monday, which ISO 8601 counts as 1. */
export const weekdayName = (lang: string, weekday: number): string =>
  new Intl.DateTimeFormat(localeOf(lang), { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, weekday)));
