import { describe, expect, it } from '@jest/globals';
import { pageAddress } from './address.js';

const place = { origin: 'https://alianza.example.org', network: 'agc', lang: 'es' } as const;

describe('the address in a mail', () => {
  it('is that of the portal in the language of the reader', () => {
    expect(pageAddress(place, '/miembro/preferencias')).toBe('https://alianza.example.org/agc/miembro/preferencias');
    expect(pageAddress({ ...place, lang: 'en' }, '/miembro/preferencias')).toBe('https://alianza.example.org/agc/en/miembro/preferencias');
  });

  it('carries a secret in its fragment alone', () => {
    const { pathname, search, hash } = new URL(pageAddress(place, '/invitacion', 's'.repeat(43)));
    expect({ pathname, search, hash }).toEqual({ pathname: '/agc/invitacion', search: '', hash: `#${'s'.repeat(43)}` });
  });
});
