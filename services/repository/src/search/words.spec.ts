import { describe, expect, it } from '@jest/globals';
import { fold, queryWords, stemOf, tokensOf } from './words.js';

describe('words', () => {
  it('are folded without accents and case', () => {
    expect(fold('Atención a la NIÑEZ, vilaveïna')).toBe('atencion a la ninez, vilaveina');
  });

  it('stand where they stand in the text, in UTF-16 units', () => {
    expect(tokensOf('«Que-HAS» 👵🏽 años')).toEqual([
      { word: 'Que', start: 1, end: 4 },
      { word: 'HAS', start: 5, end: 8 },
      { word: 'años', start: 15, end: 19 },
    ]);
  });

  it.each([
    ['Trabajadoras del Hogar', ['trabajadoras', 'hogar']],
    ['el de la y', []],
    ['the cost of care', ['cost', 'care']],
    [`o'brien & ! | ( :* "Estado"`, ['brien', 'estado']],
    [`women's rights and the workers’ children`, ['women', 'rights', 'workers', 'children']],
    ['trabajo sin pago', ['trabajo', 'sin', 'pago']],
    ['', []],
    ['\u0301\u0301 niña \u0301', ['niña']],
  ])('of the query %p that mean something are %p', (query, words) => {
    expect(queryWords(query)).toEqual(words);
  });

  it('are at most ten of at most forty letters', () => {
    expect(queryWords('abc '.repeat(40))).toHaveLength(10);
    expect(queryWords('x'.repeat(200))).toEqual(['x'.repeat(40)]);
  });

  it.each([
    ['trabajadora', 'trabajadores'],
    ['movil', 'moviles'],
    ['guarderia', 'guarderias'],
    ['ley', 'leyes'],
    ['creche', 'creches'],
    ['family', 'families'],
    ['family', 'familia'],
  ])('%s and %s have one stem', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it('do not lose what distinguishes them', () => {
    expect(new Set(['cuidado', 'cuidadora', 'cuenta', 'costo', 'red', 'rol', 'casa', 'caso'].map(stemOf)).size).toBe(8);
  });
});
