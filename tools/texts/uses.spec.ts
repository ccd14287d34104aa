import { describe, expect, it } from '@jest/globals';
import { usesIn } from './uses.mjs';

const usesOf = (code: string) => usesIn('any.tsx', code, new Set(['home', 'taxonomy']));

describe('the keys a file names', () => {
  it('are what it gives to a text function, whatever the area', () => {
    expect(usesOf("text('home.title'); textIn(lang)('hoem.title'); t('home.found', { count: 3 })").spoken).toEqual([
      'home.title',
      'hoem.title',
      'home.found',
    ]);
  });

  it('are what looks like a key of an area that exists', () => {
    const { spoken, named } = usesOf("const states = { open: { key: 'home.state.open' } }; text(open ? 'home.open' : 'home.shut')");
    expect(spoken).toEqual([]);
    expect(named).toEqual(['home.state.open', 'home.open', 'home.shut']);
  });

  it('are every key of the form of a template', () => {
    const { patterns } = usesOf('text(`taxonomy.sector.${code}`)');
    expect(patterns.map((pattern) => ['taxonomy.sector.health', 'taxonomy.country.mx'].map((key) => pattern.fits(key)))).toEqual([
      [true, false],
    ]);
  });

  it('are neither imports, nor types, nor other dotted words', () => {
    const uses = usesOf("import { a } from './home.title.js'; type K = 'home.title'; call('membership.people.me')");
    expect(uses).toEqual({ spoken: [], named: [], patterns: [] });
  });
});
