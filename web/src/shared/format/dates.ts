import { localeOf } from './locale.js';

const formatIn = (lang: string, options: Intl.DateTimeFormatOptions, zone: string | undefined) =>
  new Intl.DateTimeFormat(localeOf(lang), { ...options, ...(zone !== undefined && { timeZone: zone }) });

/** "30 de septiembre de 2020", from an ISO instant or civil date. A civil date has no zone. */
export function dateInWords(lang: string, iso: string, zone?: string): string {
  const isCivil = iso.length === 10;
  return formatIn(lang, { dateStyle: 'long' }, isCivil ? 'UTC' : zone).format(new Date(iso));
}

/** The civil date of an instant in a zone: "2020-09-30". */
export const civilDate = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(new Date(iso));

/** With the time of day, where the hour matters. */
export const momentInWords = (lang: string, iso: string, zone?: string): string =>
  formatIn(lang, { dateStyle: 'long', timeStyle: 'short' }, zone).format(new Date(iso));

/** What ends at an instant lasted until this one: for the last day of a letter, which ends with the next day's beginning. */
export const lastMoment = (end: string): string => new Date(Date.parse(end) - 1).toISOString();
