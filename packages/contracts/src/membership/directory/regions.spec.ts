import { describe, expect, it } from '@jest/globals';
import { countriesOfRegion, countryCodes, regionOf, regionOfCountry, regions } from './regions.js';

describe('regions', () => {
  it('have each country once, and every country that people live in', () => {
    const all = regions.flatMap((region) => [...countriesOfRegion(region)]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(244);
    expect(all.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
    expect(countriesOfRegion('global')).toEqual([]);
    expect(new Set(countryCodes).size).toBe(249);
  });

  it('follow from the country unless the organisation says another', () => {
    expect([regionOfCountry('MX'), regionOfCountry('KE'), regionOfCountry('AQ')]).toEqual(['latin-america-caribbean', 'africa', null]);
    expect(regionOf({ region: 'global', country: 'US' })).toBe('global');
    expect(regionOf({ region: null, country: 'US' })).toBe('north-america');
    expect(regionOf({ region: null, country: null })).toBeNull();
  });
});
