import { expect, it } from '@jest/globals';
import { isWanted, lineNames, readBenchOptions } from './options.js';

const wantedOf = (only: string) => {
  const options = readBenchOptions(['--only', only], new Date());
  return lineNames.filter((name) => isWanted(options, name));
};

it('measures every line, or those of which a part of the name is given', () => {
  const options = readBenchOptions([], new Date());
  expect(lineNames.filter((name) => !isWanted(options, name))).toEqual([]);
  expect(wantedOf('command')).toEqual(['command']);
  expect(wantedOf('slug, search-rebuild').sort()).toEqual(['search-rebuild', 'slug-kept', 'slug-plain']);
});

it.each(['nothing-like-this', 'command,nothing-like-this', 'command,', ''])('refuses "%s" with the names there are', (only) => {
  expect(() => wantedOf(only)).toThrow(lineNames.join(', '));
});
