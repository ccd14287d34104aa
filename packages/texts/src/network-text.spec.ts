import { describe, expect, it } from '@jest/globals';
import { networkText } from './network-text.js';
import { textIn } from './server.js';

const named = networkText(textIn('es'), [
  { scheme: 'population', id: 'women', label: 'Las mujeres' },
  { scheme: 'priorityArea', id: 'knowledge-and-data', label: 'Conocimiento y datos' },
]);

describe('texts of a network', () => {
  it('say its own labels, and everything else as before', () => {
    const keys = ['taxonomy.population.women', 'taxonomy.priorityArea.knowledge-and-data', 'taxonomy.population.rural'];
    expect(keys.map((key) => named(key))).toEqual(['Las mujeres', 'Conocimiento y datos', 'Población rural']);
    expect([named.lang, named.has(keys[0] ?? ''), named.has('taxonomy.population.none')]).toEqual(['es', true, false]);
  });

  it('show a concept that nobody names by its words, and any other missing text not at all', () => {
    expect(named('taxonomy.sector.sea-folk')).toBe('sea folk');
    expect(() => named('taxonomy.evidence.none')).toThrow('no text');
  });
});
