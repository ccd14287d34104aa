import { describe, expect, it } from '@jest/globals';
import { respell } from './spelling.js';

const written = [
  { asked: 'trabajadras', word: 'trabajadoras', likeness: 0.69 },
  { asked: 'trabajadras', word: 'trabajadores', likeness: 0.53 },
  { asked: 'trabajadras', word: 'trabajo', likeness: 0.4 },
  { asked: 'ogar', word: 'hogar', likeness: 0.38 },
  { asked: 'mobil', word: 'móvil', likeness: 0.33 },
  { asked: 'accion', word: 'acción', likeness: 1 },
  { asked: 'accion', word: 'acciones', likeness: 0.6 },
];

const vocabulary = new Set(['licencias', 'parental', 'hogar']);
const respelled = (words: string[], unknown = words) => respell(words, { unknown, written, vocabulary });

describe('a misspelt word', () => {
  it('may mean those that are nearly as alike as the best', () => {
    expect(respelled(['trabajadras', 'ogar'])).toEqual([['trabajadoras', 'trabajadores'], ['hogar']]);
  });

  it('stays as it is beside one that somebody wrote', () => {
    expect(respelled(['accion', 'mobil'], ['mobil'])).toEqual([['accion'], ['móvil']]);
  });

  it('stays where it is like nothing that is written', () => {
    expect(respelled(['xyzzy', 'ogar'])).toEqual([['xyzzy'], ['hogar']]);
  });

  it('is said as it is written somewhere, not as the vocabulary has it without accents', () => {
    const near = [{ asked: 'guarderria', word: 'guardería', likeness: 0.75 }];
    const known = { unknown: ['guarderria'], written: near, vocabulary: new Set(['guarderia']) };
    expect(respell(['guarderria'], known)).toEqual([['guardería']]);
  });

  it('is not searched again where nothing else could be meant', () => {
    expect(respelled(['accion', 'xyzzy'], ['xyzzy'])).toBeNull();
  });

  it('may mean a word that the vocabulary knows, though no record says it', () => {
    expect(respelled(['licensias', 'parental'])).toEqual([['licencias'], ['parental']]);
  });

  it('is not corrected to another form of itself', () => {
    const near = [{ asked: 'mobiles', word: 'móviles', likeness: 0.45 }];
    expect(respell(['mobiles'], { unknown: ['mobiles'], written: near, vocabulary: new Set(['mobile']) })).toEqual([['móviles']]);
  });

  it('that is met as a form of another keeps its place beside what is one letter away, as long, and no form of it', () => {
    const doubted = (asked: string, ...words: string[]) =>
      respell([asked], { unknown: [], doubtful: [asked], written: words.map((word) => ({ asked, word, likeness: 0.5 })), vocabulary });
    expect(doubted('mobiles', 'móviles', 'mobile', 'motivos', 'inmóviles')).toEqual([['mobiles', 'móviles']]);
    expect(doubted('mobile', 'mobila')).toBeNull();
    expect(doubted('gasto', 'pasto')).toBeNull();
  });

  it('means nothing that is many slips away, however many letters they share', () => {
    expect(
      respell(['unicornios'], { unknown: ['unicornios'], written: [{ asked: 'unicornios', word: 'uniones', likeness: 0.4 }], vocabulary }),
    ).toBeNull();
  });
});
