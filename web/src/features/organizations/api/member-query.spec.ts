import { describe, expect, it } from '@jest/globals';
import { filterOf, isFiltered, readQuery, writeQuery } from './member-query.js';

const read = (address: string) => readQuery(new URLSearchParams(address));

describe('the table of members as its address says it', () => {
  it('is written as it was read', () => {
    const address =
      '?q=red&estado=suspended&categoria=guest&sector=academia&region=africa&pais=KE&oficio=expiring&titular=expired&orden=since&sentido=desc&columnas=acronym+status';
    expect(writeQuery(read(address))).toBe(address);
    expect(writeQuery(read(''))).toBe('?');
  });

  it('leaves out what is not understood', () => {
    expect(writeQuery(read('?estado=otro&sector=x&pais=mexico&oficio=1&orden=email&categoria=%27&columnas=email'))).toBe('?columnas=');
  });

  it('asks for what it says', () => {
    expect(filterOf(read('?estado=active&oficio=valid&titular=missing'))).toEqual({
      ...{ q: '', status: ['active'], category: [], sector: [], region: [], country: [], letter: 'valid', titular: 'missing' },
      ...{ sort: 'name', order: 'asc' },
    });
    expect([isFiltered(read('?orden=since')), isFiltered(read('?q=a'))]).toEqual([false, true]);
  });
});
