import { describe, expect, it } from '@jest/globals';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { slotsOf } from './slots.js';
import { weigh } from './weights.js';

const vocabulary = new Vocabulary([
  { key: 'hogar', mark: 'population=domestic-workers', names: ['trabajadoras del hogar', 'empleada doméstica'] },
]);
const written = (words: string[], unfinished = false) =>
  slotsOf(
    words.map((word) => [word]),
    vocabulary,
    unfinished,
  ).map(({ alternatives }) => alternatives);

describe('slots', () => {
  it('are words, or names of a concept with all that stands for it', () => {
    expect(written(['seguro', 'empleadas', 'domesticas'])).toEqual(['seguro', 'empleadas&domesticas|=~hogar|=population=domestic-workers']);
  });

  it('end with a beginning while the last word is being typed', () => {
    expect(written(['seguro', 'emp'], true)).toEqual(['seguro', 'emp*']);
  });

  it('write notations out', () => {
    expect(written(['c189'])).toEqual(['c189|convenio&189|convention&189']);
  });

  it('take any spelling of one word, and of a name the likeliest', () => {
    const [slot] = slotsOf([['móviles', 'móvil']], vocabulary, false);
    expect(slot?.alternatives).toBe('móviles|móvil');
    const [name] = slotsOf([['empleada', 'empleo'], ['doméstica']], vocabulary, false);
    expect(name?.alternatives).toMatch(/^empleada&doméstica\|=~hogar/);
  });
});

describe('weights', () => {
  it('are higher for what few say, nothing for what nobody says', () => {
    const { weights, enough } = weigh([
      { answering: 1, of: 100 },
      { answering: 50, of: 100 },
      { answering: 0, of: 100 },
    ]);
    expect(weights[0]).toBeGreaterThan(weights[1] ?? 0);
    expect(weights[2]).toBe(0);
    expect(enough[0]).toBeCloseTo(((weights[0] ?? 0) + (weights[1] ?? 0)) * 0.6);
  });

  it('leave nothing to search where nobody says any of it', () => {
    expect(weigh([{ answering: 0, of: 100 }]).enough).toEqual([]);
  });
});
