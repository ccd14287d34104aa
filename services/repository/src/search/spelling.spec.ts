import { describe, expect, it } from '@jest/globals';
import { respell } from './spelling.js';

const known = [
  { asked: 'trabajadras', word: 'trabajadoras', likeness: 0.69 },
  { asked: 'trabajadras', word: 'trabajadores', likeness: 0.53 },
  { asked: 'trabajadras', word: 'trabajo', likeness: 0.4 },
  { asked: 'ogar', word: 'hogar', likeness: 0.38 },
  { asked: 'mobil', word: 'móvil', likeness: 0.33 },
  { asked: 'accion', word: 'acción', likeness: 1 },
  { asked: 'accion', word: 'acciones', likeness: 0.6 },
];

describe('a misspelt word', () => {
  it('may mean those that are nearly as alike as the best', () => {
    expect(respell(['trabajadras', 'ogar'], known)).toEqual([['trabajadoras', 'trabajadores'], ['hogar']]);
  });

  it('stays beside one that is written so, accents apart', () => {
    expect(respell(['accion', 'mobil'], known)).toEqual([['accion'], ['móvil']]);
  });

  it('stays where it is like nothing that is written', () => {
    expect(respell(['xyzzy', 'ogar'], known)).toEqual([['xyzzy'], ['hogar']]);
  });

  it('is not searched again where nothing else could be meant', () => {
    expect(respell(['accion', 'xyzzy'], known)).toBeNull();
  });
});
