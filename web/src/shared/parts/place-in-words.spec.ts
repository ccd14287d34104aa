import { expect, test } from '@jest/globals';
import { placeInWords } from './place-in-words.js';

const international = 'Internacional';

test.each([
  ['Ciudad de México', ['México'], 'Ciudad de México, México'],
  ['Reikiavik, Islandia', ['Islandia'], 'Reikiavik, Islandia'],
  ['Barcelona', ['España'], 'Barcelona, España'],
  [null, ['Chile'], 'Chile'],
  [null, [], 'Internacional'],
  ['Américas', [], 'Américas'],
  [null, ['Chile', 'Perú', 'Brasil', 'Uruguay'], 'Chile, Perú, Brasil, …'],
])('%s in %j reads %s', (place, countries, words) => {
  expect(placeInWords({ place, countries, international })).toBe(words);
});
