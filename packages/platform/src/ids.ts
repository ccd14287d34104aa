import { randomBytes } from 'node:crypto';

/** UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then random; new rows stand together in their index. */
export function newId(at = performance.timeOrigin + performance.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Math.floor(at), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Stands for "no network" wherever a network's id is wanted: network-less facts and requests. */
export const nowhere = '00000000-0000-0000-0000-000000000000';
