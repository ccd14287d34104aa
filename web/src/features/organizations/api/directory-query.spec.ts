import { expect, it } from '@jest/globals';
import { readDirectoryQuery, writeDirectoryQuery } from './directory-query.js';

it.each(['?', '?q=red&sector=youth&region=africa&pais=KE', '?pais=MX'])(
  'an address says what is shown and the other way round: %s',
  (address) => {
    expect(writeDirectoryQuery(readDirectoryQuery(new URLSearchParams(address)))).toBe(address);
  },
);

it('what no directory knows is no filter', () => {
  const nothing = { q: '', sector: '', region: '', country: '' };
  expect(readDirectoryQuery(new URLSearchParams('?sector=nada&region=luna&pais=mx1&q=%20'))).toEqual(nothing);
});
