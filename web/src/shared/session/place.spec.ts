import { describe, expect, it } from '@jest/globals';
import { addressOf, placeOf, translatedAddress } from './place.js';

describe('place', () => {
  it('reads network and language from an address', () => {
    expect(placeOf('/agc/miembro')).toEqual({ network: 'agc', lang: 'es' });
    expect(placeOf('/agc/en/miembro')).toEqual({ network: 'agc', lang: 'en' });
    expect(placeOf('/agc')).toEqual({ network: 'agc', lang: 'es' });
  });

  it('writes addresses of the same network and language', () => {
    expect(addressOf({ network: 'agc', lang: 'en' }, 'miembro/practicas')).toBe('/agc/en/miembro/practicas');
    expect(addressOf({ network: 'agc', lang: 'es' })).toBe('/agc');
  });

  it('finds the same page in the other language', () => {
    expect(translatedAddress('/agc/miembro/practicas', 'en')).toBe('/agc/en/miembro/practicas');
    expect(translatedAddress('/agc/en/miembro', 'es')).toBe('/agc/miembro');
  });

  it('knows pages outside networks', () => {
    expect([placeOf('/operacion/redes/nueva'), placeOf('/en/operacion')]).toEqual([
      { network: '', lang: 'es' },
      { network: '', lang: 'en' },
    ]);
    expect(addressOf({ network: '', lang: 'es' }, 'operacion')).toBe('/operacion');
    expect(addressOf({ network: '', lang: 'en' }, 'operacion/redes/nueva')).toBe('/en/operacion/redes/nueva');
    expect([translatedAddress('/operacion/redes/agc', 'en'), translatedAddress('/en/operacion', 'es')]).toEqual([
      '/en/operacion/redes/agc',
      '/operacion',
    ]);
  });
});
