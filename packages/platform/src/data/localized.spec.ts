import { describe, expect, it } from '@jest/globals';
import type { Localized } from '@alianza/contracts/shapes';
import { resolve, resolveFields } from './localized.js';

const both: Localized = { original: 'es', es: 'Cuidar', en: 'To care' };
const french: Localized = { original: 'fr', fr: 'Soigner' };

describe('a text in several languages', () => {
  it('is read in the language asked, else the network’s, else its own', () => {
    expect(resolve(both, 'en')).toEqual({ text: 'To care', lang: 'en' });
    expect(resolve(both, 'pt', 'en')).toEqual({ text: 'To care', lang: 'en' });
    expect(resolve(both, 'pt')).toEqual({ text: 'Cuidar', lang: 'es' });
    expect(resolve(french, 'es', 'en')).toEqual({ text: 'Soigner', lang: 'fr' });
  });

  it('is found for each field by itself, and says which are in another language', () => {
    expect(resolveFields({ title: both, summary: french, context: null }, 'en')).toEqual({
      texts: { title: 'To care', summary: 'Soigner', context: null },
      languages: { summary: 'fr' },
    });
  });
});
