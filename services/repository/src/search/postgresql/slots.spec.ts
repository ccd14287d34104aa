import { describe, expect, it } from '@jest/globals';
import { placeConcepts } from '../vocabulary/place-terms.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { heavyOf, slotsOf } from './slots.js';
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

  it('are one where a concept is named twice', () => {
    const words = ['trabajadoras', 'hogar', 'empleada', 'doméstica'];
    const slots = slotsOf(
      words.map((word) => [word]),
      vocabulary,
      false,
    );
    expect(slots.map((slot) => slot.words)).toEqual([words]);
  });

  it('need no answer where they are said in asking, unless nothing else is', () => {
    const asked = (...words: string[]) =>
      heavyOf(
        slotsOf(
          words.map((word) => [word]),
          vocabulary,
          false,
        ),
      ).map(({ words: [word] }) => word);
    expect(asked('necesito', 'seguro')).toEqual(['seguro']);
    expect(asked('necesito', 'saber')).toEqual(['necesito', 'saber']);
  });

  it('take a region for any of its countries, and a country for its name as it stands', () => {
    const places = new Vocabulary(placeConcepts());
    const slot = (word: string) => slotsOf([[word]], places, true)[0]?.alternatives.split('|') ?? [];
    expect(slot('caribe')).toEqual(expect.arrayContaining(['=~region=caribe', '=country=DO']));
    expect(slot('canadá')).toEqual(['=canada', '=~country=CA', '=country=CA']);
  });

  it('take any spelling of one word, and of a name the likeliest', () => {
    const [slot] = slotsOf([['móviles', 'móvil']], vocabulary, false);
    expect(slot?.alternatives).toBe('móviles|móvil');
    const [name] = slotsOf([['empleada', 'empleo'], ['doméstica']], vocabulary, false);
    expect(name?.alternatives).toMatch(/^empleada&doméstica\|=~hogar/);
  });
});

describe('weights', () => {
  it('are higher for what few say, low for what is said in asking, nothing for what nobody says', () => {
    const { weights } = weigh([
      { answering: 1, of: 100 },
      { answering: 50, of: 100 },
      { answering: 0, of: 100 },
      { answering: 1, of: 100, isLight: true },
    ]);
    const [rare = 0, frequent = 0, unsaid, light = 0] = weights;
    expect(rare).toBeGreaterThan(frequent);
    expect(unsaid).toBe(0);
    expect(light).toBeLessThan(rare / 2);
  });

  it('ask for little where few records are looked at, for most where many would be', () => {
    const share = (answering: number) => {
      const { weights, enough } = weigh([
        { answering, of: 10_000 },
        { answering, of: 10_000 },
      ]);
      return enough.map((one) => one / weights.reduce((sum, weight) => sum + weight, 0));
    };
    expect(share(20)).toEqual([expect.closeTo(0.3)]);
    expect(share(1000)).toEqual([expect.closeTo(0.6), expect.closeTo(0.45), expect.closeTo(0.3)]);
  });

  it('leave nothing to search where nobody says any of it', () => {
    expect(weigh([{ answering: 0, of: 100 }]).enough).toEqual([]);
  });
});
