import { describe, expect, it } from '@jest/globals';
import { freeSlug, plain, slugOf } from './names.js';

describe('names of organisations', () => {
  it('are compared without case and accents', () => {
    expect(plain('  Fundación MUÑOZ ')).toBe('fundacion munoz');
  });

  it('become addresses of letters, digits and hyphens, of whole words', () => {
    expect(slugOf('Red de Cuidados, A. C. (ficticia)')).toBe('red-de-cuidados-a-c-ficticia');
    expect(slugOf('¿¡!?')).toBe('organizacion');
    const long = slugOf('cuidados '.repeat(40));
    expect(long.length).toBeLessThanOrEqual(72);
    expect(long.endsWith('cuidados')).toBe(true);
  });

  it('get the first free number where the address is taken', () => {
    expect(freeSlug('red', new Set())).toBe('red');
    expect(freeSlug('red', new Set(['red', 'red-2']))).toBe('red-3');
  });
});
