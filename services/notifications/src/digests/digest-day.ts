import { createHash } from 'node:crypto';

/** From this hour on of the network's own day its summaries go out. */
export const digestHour = 7;

interface Local {
  /** `2026-01-15`. */
  readonly day: string;
  readonly hour: number;
  readonly minute: number;
}

/** What day and time it is in a zone. */
export function localTime(now: Date, zone: string): Local {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')), minute: Number(part('minute')) };
}

/** When that hour began on the day it is in a zone, once it has come; clocks are changed by night, before it. */
export function digestBegan(now: Date, zone: string): Date {
  const { hour, minute } = localTime(now, zone);
  const whole = Math.floor(now.getTime() / 60_000);
  return new Date((whole - (hour - digestHour) * 60 - minute) * 60_000);
}

/** Stands for one day of a network, as the event of its summaries: a person has one mail by it (UUIDv8, RFC 9562 §5.8). */
export function digestOf(networkId: string, day: string): string {
  const hex = createHash('sha256').update(`digest ${networkId} ${day}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
