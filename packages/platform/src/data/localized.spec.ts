import { describe, expect, it } from '@jest/globals';
import type { Localized } from '@alianza/contracts/shapes';
import { originalOf, resolve, resolveFields } from './localized.js';

const both: Localized = { original: 'es', es: 'Cuidar', en: 'To care' };
const french: Localized = { original: 'fr', fr: 'Soigner' };

describe('a text in several languages', () => {
  it('is read in the language asked, else the network’s, else its own', () => {
    expect(resolve(both, { lang: 'en', fallback: 'es' })).toEqual({ text: 'To care', lang: 'en' });
    expect(resolve(both, { lang: 'pt', fallback: 'en' })).toEqual({ text: 'To care', lang: 'en' });
    expect(resolve(both, { lang: 'pt', fallback: 'pt' })).toEqual({ text: 'Cuidar', lang: 'es' });
    expect(resolve(french, { lang: 'es', fallback: 'en' })).toEqual({ text: 'Soigner', lang: 'fr' });
    expect(originalOf(both)).toBe('Cuidar');
  });

  it('is found for each field by itself, and says which are in another language', () => {
    expect(resolveFields({ title: both, summary: french, context: null }, { lang: 'en', fallback: 'es' })).toEqual({
      texts: { title: 'To care', summary: 'Soigner', context: null },
      languages: { summary: 'fr' },
    });
    expect(resolveFields({ title: both, summary: french }, { lang: 'fr', fallback: 'es' })).toEqual({
      texts: { title: 'Cuidar', summary: 'Soigner' },
      languages: { title: 'es' },
    });
  });
});
