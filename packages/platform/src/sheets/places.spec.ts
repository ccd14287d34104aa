import { expect, it } from '@jest/globals';
import { findCountry, findLanguage } from './places.js';

it('knows every country and language by code and by name, also those that no name of the Unicode’s stands for', () => {
  expect(['mx', 'México', 'Royaume-Uni', 'Inglaterra', 'UK', 'Unión Europea'].map(findCountry)).toEqual([
    'MX',
    'MX',
    'GB',
    'GB',
    'GB',
    null,
  ]);
  expect(['nah', 'Náhuatl', 'castellano', 'varios', 'klingon'].map(findLanguage)).toEqual(['nah', 'nah', 'es', 'mul', null]);
});
