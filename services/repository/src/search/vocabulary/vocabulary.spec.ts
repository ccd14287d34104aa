import { describe, expect, it } from '@jest/globals';
import { queryWords, wordsOf } from '../words.js';
import { placeConcepts } from './place-terms.js';
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
    expect([...vocabulary.namedIn(wordsOf(text))].toSorted()).toEqual(keys);
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
  it.each([
    ['prácticas en Holanda', ['country=NL']],
    ['Dutch Netherlands', ['country=NL']],
    ['leyes de EEUU y el Reino Unido', ['country=GB', 'country=US']],
    ['cuidadoras uruguayas', ['country=UY']],
    ['Côte d’Ivoire', ['country=CI']],
    ['the Isle of Man', ['country=IM']],
    ['una reunión en CDMX', ['city=ciudad-de-méxico']],
    ['guarderías en países nórdicos', ['region=paises-nordicos']],
  ])('knows the places of %p', (text, places) => {
    expect([...spokenVocabulary.namedIn(wordsOf(text))].filter((key) => /^(?:country|city|region)=/.test(key)).toSorted()).toEqual(places);
  });

  it('takes no word of a place for another name', () => {
    const named = spokenVocabulary.namedIn(wordsOf('Costa Rica, Unión Europea'));
    expect([...named].filter((key) => !/^(?:country|city|region)=/.test(key))).toEqual([]);
  });

  it('knows every country by its code', () => {
    const marks = placeConcepts().flatMap(({ mark }) => mark ?? []);
    expect(marks.length).toBeGreaterThan(240);
    expect(marks).toEqual(expect.arrayContaining(['country=MX', 'country=CV']));
  });

  it('knows each concept once, under names that mean something', () => {
    const concepts = careConcepts();
    expect(new Set(concepts.map(({ key }) => key)).size).toBe(concepts.length);
    const empty = concepts.flatMap(({ names }) => names.filter((name) => queryWords(name).length === 0));
    expect(empty).toEqual([]);
  });

  it('knows every name of a concept in both directions', () => {
    for (const concept of careConcepts())
      for (const name of concept.names) expect(spokenVocabulary.namedIn(wordsOf(name))).toContain(concept.key);
  });
});
