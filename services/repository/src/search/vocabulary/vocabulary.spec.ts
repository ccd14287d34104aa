import { describe, expect, it } from '@jest/globals';
import { queryWords } from '../words.js';
import { careConcepts, spokenVocabulary } from './spoken-vocabulary.js';
import { Vocabulary, writtenOut } from './vocabulary.js';

const vocabulary = new Vocabulary([
  { key: 'hogar', mark: 'population=domestic-workers', names: ['Trabajadoras del hogar', 'empleada doméstica', 'domestic workers'] },
  { key: 'permiso-parental', names: ['permiso parental', 'parental leave'] },
  { key: 'permiso', names: ['permiso', 'licencia', 'leave'] },
  { key: 'guarderia', names: ['day care', 'house of the children'] },
]);

describe('a vocabulary', () => {
  it('recognises the longest name at a place, in any number, without accents', () => {
    const words = queryWords('Derechos de las empleadas DOMESTICAS y licencias');
    expect(words.map((_word, place) => vocabulary.at(words, place)?.concepts.map(({ key }) => key) ?? null)).toEqual([
      null,
      ['hogar'],
      null,
      ['permiso'],
    ]);
    expect(vocabulary.at(queryWords('permisos parentales'), 0)).toMatchObject({ length: 2, concepts: [{ key: 'permiso-parental' }] });
  });

  it.each([
    ['Las trabajadoras y los trabajadores del hogar', ['hogar']],
    ['Trabajadoras que no cobran lo mismo en el hogar', []],
    ['Equal parental leave', ['permiso', 'permiso-parental']],
    ['Day and night care for children', ['guarderia']],
    ['International Day of Care, a day to make care visible', []],
    ['The house of some children', ['guarderia']],
    ['', []],
  ])('finds in %p %p', (text, keys) => {
    expect([...vocabulary.namedIn(text)].toSorted()).toEqual(keys);
  });

  it('writes notations out', () => {
    expect(writtenOut('c189')).toEqual([
      ['convenio', '189'],
      ['convention', '189'],
    ]);
    expect(writtenOut('covid')).toEqual([]);
  });
});

describe('the vocabulary of care', () => {
  it('knows each concept once, under names that mean something', () => {
    const concepts = careConcepts();
    expect(new Set(concepts.map(({ key }) => key)).size).toBe(concepts.length);
    const empty = concepts.flatMap(({ names }) => names.filter((name) => queryWords(name).length === 0));
    expect(empty).toEqual([]);
  });

  it('knows every name of a concept in both directions', () => {
    for (const concept of careConcepts()) for (const name of concept.names) expect(spokenVocabulary.namedIn(name)).toContain(concept.key);
  });
});
