import { expect, it } from '@jest/globals';
import { readDirectoryQuery, writeDirectoryQuery } from './directory-query.js';

it.each(['?', '?q=red&sector=youth&region=africa&pais=KE&categoria=asociada', '?pais=MX'])(
  'an address says what is shown and the other way round: %s',
  (address) => {
    expect(writeDirectoryQuery(readDirectoryQuery(new URLSearchParams(address)))).toBe(address);
  },
);

it('what no directory knows is no filter', () => {
  const nothing = { q: '', sector: '', region: '', country: '', category: '' };
  expect(readDirectoryQuery(new URLSearchParams('?sector=nada&region=luna&pais=mx1&categoria=No&q=%20'))).toEqual(nothing);
});
