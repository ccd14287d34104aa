import { describe, expect, test } from '@jest/globals';
import { filtersOf, readSearch, sortOf, withoutFilter, writeSearch } from './search-query.js';

const read = (search: string) => readSearch(new URLSearchParams(search));

describe('the address of a search', () => {
  test('is read and written the same', () => {
    const address = '?q=relevos+vecinales&fiveR=reduce&fiveR=reward&type=toolkit&country=MX&country=CO&sort=title&exact=relevos+vecinales';
    expect(writeSearch(read(address))).toBe(address);
  });

  test('asks for the words as they are written only of those that it names', () => {
    expect([read('?q=bnco&exact=bnco').exact, read('?q=banco&exact=bnco').exact]).toEqual([true, false]);
  });

  test('leaves out what it does not understand', () => {
    expect(writeSearch(read('?q=+&type=poem&country=mexico&fiveR=&sort=fastest&exact=1&page=7'))).toBe('');
  });

  test('is read as fast whatever stands in it', () => {
    const { user, system } = process.cpuUsage();
    for (const piece of ['a', 'a-', '-', '0', '%', ' ', 'á', '&country=MX', '&sector=a-', '&year=2020', '&q='])
      read(`?q=${piece}&population=${piece.repeat(2 ** 14)}!`);
    const spent = process.cpuUsage({ user, system });
    expect((spent.user + spent.system) / 1000).toBeLessThan(1000);
  });

  test('sorts by relevance with words and by year without', () => {
    expect(sortOf(read('?q=relevo'))).toBe('relevance');
    expect(sortOf(read('?sort=relevance'))).toBe('newest');
    expect(sortOf(read('?q=relevo&sort=title'))).toBe('title');
  });

  test('loses one filter at a time, and its place in the list', () => {
    const query = read('?country=MX&country=CO&cursor=abc');
    expect(filtersOf(query)).toHaveLength(2);
    expect(writeSearch(withoutFilter(query, { facet: 'country', value: 'MX' }))).toBe('?country=CO');
  });
});
