import { describe, expect, it } from '@jest/globals';
import { emptyValues, saidBy } from './concept-values.js';

const words = { es: ['cuidadoras'], en: [] };

describe('the words of a concept', () => {
  it.each([
    ['one that was typed and not added', ' guardería ', ['cuidadoras', 'guardería']],
    ['one that stands there already', 'cuidadoras', ['cuidadoras']],
    ['nothing but space', '  ', ['cuidadoras']],
  ])('are saved with %s', (_said, typed, es) => {
    expect(saidBy({ ...emptyValues, synonyms: words, typed: { es: typed, en: '' } }).synonyms).toEqual({ es, en: [] });
  });
});
