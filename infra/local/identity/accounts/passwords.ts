import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

export const shortestPassword = 12;
export const longestPassword = 200;

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
/** OWASP's setting for interactive sign-in: 32 MB and some 60 ms. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };

export interface PasswordHash {
  readonly salt: string;
  readonly hash: string;
}

const hashWith = (password: string, salt: Buffer) => derive(password.normalize('NFKC'), salt, 32, cost);

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64url'), hash: (await hashWith(password, salt)).toString('base64url') };
}

const nobody: PasswordHash = { salt: randomBytes(16).toString('base64url'), hash: '' };

/** Takes as long for an account that does not exist (`null`), so that time does not tell. */
export async function matchesPassword(password: string, kept: PasswordHash | null): Promise<boolean> {
  const { salt, hash } = kept ?? nobody;
  const given = await hashWith(password, Buffer.from(salt, 'base64url'));
  const expected = Buffer.from(hash, 'base64url');
  return expected.length === given.length && timingSafeEqual(expected, given);
}
