const day = 86_400_000;

/** Milliseconds by which the clocks of a zone are ahead of UTC at an instant. */
function aheadAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const said = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const { sign = '+', hours = '0', minutes = '0' } = /^GMT(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)/.exec(said)?.groups ?? {};
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** When a civil day begins in a zone, as an instant. */
export function startOfDay(civil: string, zone: string): string {
  const midnight = Date.parse(`${civil}T00:00:00Z`);
  const guess = midnight - aheadAt(midnight, zone);
  return new Date(midnight - aheadAt(guess, zone)).toISOString();
}

/** When the day after a civil day begins: a period lasts until then. */
export const endOfDay = (civil: string, zone: string): string =>
  startOfDay(new Date(Date.parse(`${civil}T00:00:00Z`) + day).toISOString().slice(0, 10), zone);
