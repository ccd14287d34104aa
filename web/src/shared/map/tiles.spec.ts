import { describe, expect, it } from '@jest/globals';
import { regions, tiled, tileOf } from './tiles.js';

const left = (country: string) => tileOf(country)?.x ?? Number.NaN;
const asia = regions.find(({ name }) => name === 'asia')?.x ?? Number.NaN;

describe('the map of tiles', () => {
  it('gives each country a place of its own', () => {
    const places = tiled.map((country) => JSON.stringify(tileOf(country)));
    expect(new Set(places).size).toBe(places.length);
  });
  it.each(['GT', 'CH'])('has %s', (country) => expect(tiled).toContain(country));
  it('keeps Africa apart from Asia', () => {
    expect(['KE', 'ET', 'TZ', 'ZA'].every((country) => left(country) + 2 * 46 <= asia)).toBe(true);
    expect(['IN', 'CN', 'JP'].every((country) => left(country) + 2 >= asia)).toBe(true);
  });
});
