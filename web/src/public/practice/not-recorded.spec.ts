import { describe, expect, it } from '@jest/globals';
import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { notRecorded } from './not-recorded.js';

const practice = (said: Partial<PublishedPractice>) =>
  notRecorded({ type: 'publication', title: 'Relevos', summary: 'Se turnan.', sources: [], level: null, ...said } as PublishedPractice);

describe('what a record does not say', () => {
  it.each([
    ['calls no place missing where countries are given', { countries: ['JP'], place: null }, false, false],
    ['calls both missing where neither is given', { countries: [], place: null }, true, true],
    ['calls neither missing of what belongs to the world', { level: 'international', countries: [], place: null }, false, false],
  ] as const)('%s', (_said, where, place, countries) => {
    const missing = practice({ ...where, countries: [...where.countries] });
    expect([missing.includes('place'), missing.includes('countries')]).toEqual([place, countries]);
  });

  it('names level, five Rs, sector and languages of the sources, where they are not said alone', () => {
    const named = ['fiveRs', 'level', 'sector', 'sourceLanguages'] as const;
    const among = (said: Partial<PublishedPractice>) =>
      practice({ countries: ['MX'], ...said }).filter((field) => named.some((one) => one === field));
    expect(among({ level: null, fiveRs: [], sector: null, sourceLanguages: [] })).toEqual(named);
    expect(among({ level: 'national', fiveRs: ['reduce'], sector: 'academia', sourceLanguages: ['es'] })).toEqual([]);
  });
});
