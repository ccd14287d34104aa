import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds that a code lasts (RFC 6238, section 5.2). */
const step = 30;
const digits = 6;

export const newTotpKey = (): string => randomBytes(20).toString('base64url');

/** The code of a key at an instant (epoch milliseconds): HMAC-SHA-1 over the number of steps, cut as in RFC 4226, section 5.3. */
export function totpAt(key: Buffer, instant: number, length: number = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(instant / 1000 / step)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** length).padStart(length, '0');
}

export const currentCode = (key: string, now: number): string => totpAt(Buffer.from(key, 'base64url'), now);

/** Accepts the code of the present step and of one before and after: clocks and fingers differ. */
export function acceptsCode(key: string, code: string, now: number): boolean {
  const given = Buffer.from(code);
  return [0, -1, 1].some((steps) => {
    const expected = Buffer.from(currentCode(key, now + steps * step * 1000));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
}
