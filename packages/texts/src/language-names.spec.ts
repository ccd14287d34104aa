import { describe, expect, it } from '@jest/globals';
import { languageNameIn } from './language-names.js';

describe('the name of a language', () => {
  it.each([
    ['es', 'nah', 'náhuatl'],
    ['en', 'nah', 'Nahuatl'],
    ['es', 'en', 'inglés'],
    ['en', 'qu', 'Quechua'],
    ['es', 'sgn', 'lenguas de señas'],
  ])('in %s of %s is %s', (lang, code, name) => expect(languageNameIn(lang, code)).toBe(name));

  it('is its code where nobody knows', () => expect(languageNameIn('es', 'qqq')).toBe('qqq'));
});
