import { randomFillSync } from 'node:crypto';

/** Randomness is taken from the system for many ids at once: each call costs more than all else that an id needs. */
const pool = Buffer.alloc(10 * 400);
let taken = pool.length;

function random(length: number): Buffer {
  if (taken + length > pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += length;
  return pool.subarray(taken - length, taken);
}

/** The 32 hexadecimal digits of a UUIDv7. */
export function newDigits(at = performance.timeOrigin + performance.now()): string {
  const bytes = random(10);
  bytes.writeUInt8((bytes.readUInt8(0) & 0x0f) | 0x70, 0);
  bytes.writeUInt8((bytes.readUInt8(2) & 0x3f) | 0x80, 2);
  return Math.floor(at).toString(16).padStart(12, '0') + bytes.toString('hex');
}

/** UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random; new rows stand together in their index. */
export function newId(at?: number): string {
  const digits = newDigits(at);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

/** When an id was made. */
export function madeAt(id: string): Date {
  return new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16));
}

/** Stands for "no network" wherever a network's id is wanted: network-less facts and requests. */
export const nowhere = '00000000-0000-0000-0000-000000000000';
