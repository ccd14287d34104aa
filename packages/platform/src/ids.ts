import { randomFillSync } from 'node:crypto';

/** Randomness is taken from the system, and written down, for many ids at once: each call costs more than all else that an id needs. */
const pool = Buffer.alloc(10 * 400);
const length = 20;
let [digits, taken] = ['', 0];

/** Of ten random bytes, in which version and variant stand where a UUID has them. */
function random(): string {
  if (taken === digits.length) {
    randomFillSync(pool);
    for (let at = 0; at < pool.length; at += length / 2) {
      pool.writeUInt8((pool.readUInt8(at) & 0x0f) | 0x70, at);
      pool.writeUInt8((pool.readUInt8(at + 2) & 0x3f) | 0x80, at + 2);
    }
    [digits, taken] = [pool.toString('hex'), 0];
  }
  taken += length;
  return digits.slice(taken - length, taken);
}

const writtenNow = { ms: -1, digits: '' };

/** Twelve digits. */
function written(ms: number): string {
  if (ms !== writtenNow.ms) Object.assign(writtenNow, { ms, digits: ms.toString(16).padStart(12, '0') });
  return writtenNow.digits;
}

/** The 32 hexadecimal digits of a UUIDv7. */
export const newDigits = (at = performance.timeOrigin + performance.now()): string => written(Math.floor(at)) + random();

/** UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random; new rows stand together in their index. */
export function newId(at?: number): string {
  const all = newDigits(at);
  return `${all.slice(0, 8)}-${all.slice(8, 12)}-${all.slice(12, 16)}-${all.slice(16, 20)}-${all.slice(20)}`;
}

/** When an id was made. */
export function madeAt(id: string): Date {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
}

/** Stands for "no network" wherever a network's id is wanted: network-less facts and requests. */
export const nowhere = '00000000-0000-0000-0000-000000000000';
