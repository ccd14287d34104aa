import { describe, expect, test } from '@jest/globals';
import { isWorkspace, readAddress, writeAddress } from './addresses.js';

describe('an address', () => {
  test.each([
    ['/', { network: null, lang: 'es', rest: [] }],
    ['/en', { network: null, lang: 'en', rest: [] }],
    ['/agc', { network: 'agc', lang: 'es', rest: [] }],
    ['/agc/en', { network: 'agc', lang: 'en', rest: [] }],
    ['/agc/practicas/relevos', { network: 'agc', lang: 'es', rest: ['practicas', 'relevos'] }],
    ['/agc/en/practicas/relevos', { network: 'agc', lang: 'en', rest: ['practicas', 'relevos'] }],
  ])('%s says network, language and page, and is written back the same', (pathname, address) => {
    const read = readAddress(pathname);
    expect(read).toEqual(address);
    expect(writeAddress(read)).toBe(pathname);
  });

  test('is of one page with or without a slash at its end', () => {
    expect(writeAddress(readAddress('/agc/practicas/'))).toBe('/agc/practicas');
  });

  test.each([
    ['/agc/solicitud/confirmar', true],
    ['/agc/en/miembro', true],
    ['/agc/secretaria', true],
    ['/agc/invitacion', true],
    ['/agc/organizaciones', false],
    ['/solicitud', false],
    ['/agc', false],
  ])('%s belongs to a workspace: %s', (pathname, expected) => {
    expect(isWorkspace(readAddress(pathname))).toBe(expected);
  });
});
