import { describe, expect, it } from '@jest/globals';
import { sayable, freeConceptId } from './concept-rules.js';
import { conceptsOf, isOffered, placeBefore, room, type SaidOfConcept } from './network-concepts.js';
import { taxonomyFor } from './network-taxonomy.js';

const said = (over: Partial<SaidOfConcept>): SaidOfConcept => ({
  scheme: 'population',
  concept: 'seafarers',
  labels: { es: 'Gente de mar', en: 'Seafarers' },
  synonyms: { es: ['marineras'], en: ['sailors'] },
  place: room / 2,
  from: null,
  until: null,
  retired: false,
  version: 1,
  ...over,
});
const network = '01890000-0000-7000-8000-000000000001';
const populations = (all: readonly SaidOfConcept[]) =>
  conceptsOf(all).flatMap(({ scheme, concept }) => (scheme === 'population' ? [concept] : []));

describe('concepts of a network', () => {
  it('are the product’s, in its order, with those that the network added where it put them', () => {
    expect(populations([]).slice(0, 2)).toEqual(['children', 'older-persons']);
    expect(populations([said({})]).slice(0, 2)).toEqual(['seafarers', 'children']);
    expect(populations([said({ place: 1.5 * room })]).slice(0, 3)).toEqual(['children', 'seafarers', 'older-persons']);
  });

  it('keep what the product calls them beside what the network does', () => {
    const [women] = conceptsOf([said({ concept: 'women', labels: { es: 'Las mujeres', en: 'Women' } })]).filter(
      ({ concept }) => concept === 'women',
    );
    expect([women?.labels.es, women?.ownLabels?.es]).toEqual(['Las mujeres', 'Mujeres']);
    const [own] = conceptsOf([said({ concept: 'women', labels: null })]).filter(({ concept }) => concept === 'women');
    expect(own?.labels).toEqual(own?.ownLabels);
  });

  it.each([
    [{ from: '2024-01-01', until: '2026-12-31' }, ['2023-12-31', false], ['2024-01-01', true], ['2026-12-31', true], ['2027-01-01', false]],
    [{ retired: true }, ['2025-01-01', false]],
    [{}, ['1900-01-01', true]],
  ] as const)('of %p are offered in their period', (over, ...days) => {
    for (const [day, offered] of days as readonly (readonly [string, boolean])[])
      expect([day, isOffered(said(over), day)]).toEqual([day, offered]);
  });
});

describe('the place of a concept', () => {
  it('lies between its neighbours, before the first or behind the last', () => {
    const all = conceptsOf([said({})]);
    const moved = { scheme: 'population', concept: 'seafarers' } as const;
    expect(placeBefore(all, moved, 'older-persons')).toBe(1.5 * room);
    expect(placeBefore(all, moved, 'children')).toBe(0);
    expect(placeBefore(all, moved, null)).toBe(16 * room);
    expect(placeBefore(all, moved, 'academia')).toBeNull();
  });
});

describe('what a network says', () => {
  it('finds by old names and new ones, and leaves every other network as it was', () => {
    const { vocabulary } = taxonomyFor(network, [said({ concept: 'women', labels: { es: 'Las comadres', en: 'Kinswomen' } })]);
    for (const words of [['comadres'], ['kinswomen'], ['sailors'], ['mujeres'], ['woman']])
      expect(vocabulary.at(words, 0)?.concepts.map(({ mark }) => mark)).toContain('population=women');
    const other = taxonomyFor('01890000-0000-7000-8000-000000000002', []);
    expect([other.vocabulary.at(['kinswomen'], 0), other.label('population', 'women', 'es')]).toEqual([null, 'Mujeres']);
  });

  it('is stored without what says nothing new', () => {
    const [women] = conceptsOf([]).filter(({ concept }) => concept === 'women');
    const { labels, synonyms } = sayable(women!, {
      ...said({}),
      labels: { es: 'Mujeres', en: 'Women' },
      synonyms: { es: ['Doñas', 'doñas'], en: [] },
    });
    expect([labels, synonyms.es]).toEqual([null, ['doñas']]);
  });

  it('names a concept by its English label, once', () => {
    expect(freeConceptId('Care & Co-operatives', conceptsOf([]))).toBe('care-co-operatives');
    expect(freeConceptId('Women', conceptsOf([]))).toBe('women-2');
    expect(freeConceptId('X', conceptsOf([]))).toBe('x-1');
    expect(freeConceptId('Word '.repeat(30), conceptsOf([])).length).toBeLessThanOrEqual(60);
  });
});
