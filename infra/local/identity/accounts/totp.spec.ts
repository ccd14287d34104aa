import { expect, it } from '@jest/globals';
import { acceptsCode, currentCode, newTotpKey, totpAt } from './totp.js';

/** RFC 6238, appendix B, SHA-1: seconds since the epoch and the code of eight digits. */
it.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('gives the code of the standard at second %d', (seconds, code) => {
  expect(totpAt(Buffer.from('12345678901234567890'), seconds * 1000, 8)).toBe(code);
});

it('accepts the code of this step and its neighbours, nothing else', () => {
  const key = newTotpKey();
  const now = 1_700_000_000_000;
  const at = (steps: number) => acceptsCode(key, currentCode(key, now + steps * 30_000), now);
  expect([at(-1), at(0), at(1)]).toEqual([true, true, true]);
  expect(acceptsCode(key, '', now)).toBe(false);
  expect(acceptsCode(key, currentCode(newTotpKey(), now), now)).toBe(false);
});
