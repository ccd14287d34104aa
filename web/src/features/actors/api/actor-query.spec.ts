import { expect, it } from '@jest/globals';
import { filterOf, isFiltered, readQuery, writeQuery } from './actor-query.js';

it('the list of actors is what its address says, and nothing that it does not understand', () => {
  const query = readQuery(new URLSearchParams('?q=%20red%20&estado=invited&sector=academia&pais=MX'));
  expect(query).toEqual({ q: 'red', state: 'invited', sector: 'academia', country: 'MX' });
  expect(readQuery(new URLSearchParams(writeQuery(query)))).toEqual(query);
  expect(filterOf(query)).toEqual({ q: 'red', state: ['invited'], sector: ['academia'], country: ['MX'] });
  expect(isFiltered(readQuery(new URLSearchParams('?estado=nada&pais=mx&sector=x')))).toBe(false);
});
