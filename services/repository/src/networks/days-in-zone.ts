/** To make one costs more than a statement; there are as many as zones. */
const made = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-21` and `17:05:09`: Swedish writes both as ISO 8601 does. */
function written(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone);
  if (known) return known;
  const calendar = { calendar: 'gregory', numberingSystem: 'latn' };
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone, ...calendar });
  made.set(timeZone, format);
  return format;
}

/** The civil day that it is in a zone at an instant. */
export const dayIn = (zone: string, at: Date): string => written(zone).format(at).slice(0, 10);

/** Milliseconds by which the clocks of a zone are ahead of UTC at an instant. */
function ahead(zone: string, at: number): number {
  const whole = Math.floor(at / 1000) * 1000;
  return Date.parse(`${written(zone).format(new Date(whole)).replace(' ', 'T')}Z`) - whole;
}

/** The last instant of a civil day in a zone, to the millisecond. */
export function endIn(zone: string, day: string): Date {
  const asIfUtc = Date.parse(`${day}T23:59:59.999Z`);
  const nearly = asIfUtc - ahead(zone, asIfUtc);
  return new Date(asIfUtc - ahead(zone, nearly));
}
