import { describe, expect, it } from '@jest/globals';
import { emptyContent, type PracticeContent } from '@alianza/contracts/repository/practices';
import { practiceTypes } from '@alianza/contracts/taxonomy';
import { missingFields } from './completeness.js';

const text = { original: 'es', es: 'texto' } as const;
const content = (over: Partial<PracticeContent>): PracticeContent => ({
  ...emptyContent,
  type: 'good-practice',
  title: text,
  summary: text,
  ...over,
});
const sources = [{ title: 'Informe', url: null, publisher: null }];

describe('what a practice lacks', () => {
  it('is, of a good practice, all that lets somebody trust and repeat it', () => {
    expect(missingFields(content({}))).toEqual([
      'actions',
      'results',
      'weaknesses',
      'lessons',
      'replicability',
      'countries',
      'organizations',
      'evidence',
      'sources',
    ]);
  });

  it('is nothing once that is said; a place stands for a country', () => {
    const told = { actions: text, results: text, weaknesses: text, lessons: text, replicability: text };
    const complete: Partial<PracticeContent> = { ...told, organizations: ['Red'], evidence: 'own-data', sources };
    expect(missingFields(content({ ...complete, countries: ['MX'] }))).toEqual([]);
    expect(missingFields(content({ ...complete, place: 'Tres barrios' }))).toEqual([]);
    expect(missingFields(content({ ...complete }))).toEqual(['countries']);
  });

  it.each(practiceTypes.filter((type) => type !== 'good-practice'))('is, of a %s, only source and country', (type) => {
    expect(missingFields(content({ type, place: 'Montevideo' }))).toEqual(['countries', 'sources']);
    expect(missingFields(content({ type, countries: ['UY'], sources }))).toEqual([]);
  });
});
