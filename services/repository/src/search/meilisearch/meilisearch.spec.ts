import { describe, expect, it } from '@jest/globals';
import { slotsOf } from '../postgresql/slots.js';
import { facetNames, type Filters, type Wanted } from '../practice-index.js';
import { careConcepts, spokenVocabulary } from '../vocabulary/spoken-vocabulary.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { queryWords } from '../words.js';
import { records } from '../contract/contract-records.js';
import { namedConcepts } from '../vocabulary/named-concepts.js';
import { askedFor, SeveralMeaningsError } from './asked.js';
import { documentOf } from './documents.js';
import { conceptWord, nameWord, stemsOf, synonymsOf } from './index-words.js';
import { questionsFor, readAnswer, readFrequencies } from './questions.js';
import { mostCounted, settingsOf } from './settings.js';

const noFilter = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Filters;
const wanted = (over: Partial<Wanted> = {}): Wanted => ({
  ...noFilter,
  ...{ words: [], unfinished: false, lang: 'es', sort: 'relevance', cursor: undefined, limit: 2 },
  ...over,
});
const network = '01890000-0000-7000-8000-000000000001';
const [one, two, three] = ['a', 'b', 'c'].map((last) => `01890000-0000-7000-8000-00000000000${last}`);

const asked = (q: string, unfinished = false, vocabulary = spokenVocabulary) => {
  const slots = slotsOf(
    queryWords(q).map((word) => [word]),
    vocabulary,
    unfinished,
  );
  return askedFor(slots, unfinished);
};

describe('words of the index', () => {
  it('are one for each concept and one for each name, none for two', () => {
    const keys = careConcepts().map(({ key }) => key);
    expect(new Set(keys.map(conceptWord)).size).toBe(keys.length);
    const names = [...spokenVocabulary.names.keys()];
    expect(new Set(names.map(nameWord)).size).toBe(names.length);
    expect([...keys.map(conceptWord), ...names.map(nameWord)].filter((word) => !/^x[cn][a-z0-9]+$/.test(word))).toEqual([]);
  });

  it('lead from every name to each concept that is called so', () => {
    const synonyms = synonymsOf(spokenVocabulary);
    expect(synonyms[nameWord('nurseri')]).toContain(conceptWord('guarderia'));
    expect(settingsOf()).toMatchObject({ synonyms, typoTolerance: { disableOnWords: Object.keys(synonyms) } });
  });

  it('meet, whatever their number, gender and accents, and notations that are written out', () => {
    expect(stemsOf('Guarderías MÓVILES')).toBe(stemsOf('guarderia movil').replace('movil', 'movile').replace(/e$/, ''));
    expect(stemsOf('el Convenio 189 sobre')).toMatch(/ c189$/);
  });
});

describe('a document', () => {
  const content = records.find(({ slug }) => slug === 'mercado')?.content;
  if (!content) throw new Error('no such record');
  const row = { id: one ?? '', networkId: network, content, named: namedConcepts(content), names: 'México Mexico' };
  const published = { firstPublishedAt: '1735689600000001', publishedAt: '1767225600000001' };
  const facets = ['type=good-practice', 'country=MX', 'population=children', 'sdg=4', 'sdg=5'];
  const document = documentOf({ ...row, facets, sortingEs: 'Ñandú Único', sortingEn: '', ...published });

  it('has words by the weight of the field they stand in, with the concepts named there', () => {
    expect(document.head).toContain('mercad central');
    expect(document.head).toContain('nurseri');
    expect(document.head.split(/[. ]+/)).toContain(conceptWord('guarderia'));
    expect(document.lead).toContain('vendedor');
    expect(document.body).toContain('mexic');
    expect(document.marks.split(' ')).toContain(conceptWord('population=children'));
  });

  it('has what is filtered, counted and ordered by', () => {
    expect(document).toMatchObject({ network, country: ['MX'], sdg: ['4', '5'], level: [] });
    expect(document).toMatchObject({ firstPublishedAt: 1735689600000001, publishedAt: 1767225600000001 });
    expect(document.sortingEs).toBe('n~andu unico');
  });
});

describe('a question', () => {
  it('asks for words as they are, the last one perhaps unfinished, and for names by one word', () => {
    expect(asked('bordadoras rancherías').map(({ exactly }) => exactly)).toEqual(['"bordador"', '"rancheri"']);
    expect(asked('bordadoras ranch', true).map(({ exactly }) => exactly)).toEqual(['"bordador"', 'ranch']);
    expect(asked('bordadoras').map(({ loosely }) => loosely)).toEqual(['bordador']);
    const [name] = asked('banco de tiempo');
    expect(name?.exactly).toBe(nameWord('banc tiemp'));
  });

  it('asks by a name of one network for its one concept, and never for one of several', () => {
    const concepts = ['balsa', 'barca'].map((key) => ({ key, names: [key, 'chalupas'] }));
    expect(asked('balsa', false, new Vocabulary(concepts))[0]?.exactly).toBe(`"${conceptWord('balsa')}"`);
    expect(() => asked('chalupas', false, new Vocabulary(concepts))).toThrow(SeveralMeaningsError);
  });

  it('leaves of each chosen facet its own filter out, never the network, and counts what the words alone match', () => {
    const queries = questionsFor('practices', network, wanted({ words: ['hora'], country: ['MX', 'CO'], type: ['dataset'] }), {
      ...{ q: '"hora"', strategy: 'all', offset: 20, marked: false },
    });
    const ofNetwork = [`network = "${network}"`];
    const [types, countries] = [['type = "dataset"'], ['country = "MX"', 'country = "CO"']];
    expect(queries.map(({ filter }) => filter)).toEqual([
      [ofNetwork, types, countries],
      [ofNetwork, types, countries],
      [ofNetwork, countries],
      [ofNetwork, types],
      [ofNetwork],
    ]);
    expect(queries[0]).toMatchObject({ offset: 20, limit: 3, sort: [] });
    expect(queries.slice(2, 4).map(({ facets }) => facets)).toEqual([['type'], ['country']]);
  });
});

describe('an answer', () => {
  const position = { start: Buffer.byteLength('ñandú '), length: 6 };
  const said = (totalHits: number) => ({
    results: [
      { hits: [{ id: one, head: 'ñandú manzan xcx', _matchesPosition: { head: [position] } }, { id: two }, { id: three }] },
      { totalHits, facetDistribution: { country: { MX: 2, CO: 0 } } },
      { totalHits: 7 },
    ],
  });

  it('is read with its counts, and with the words that were met, by their bytes', () => {
    expect(readAnswer(said(3), wanted())).toMatchObject({
      ids: [one, two],
      more: true,
      total: 3,
      totalIsLowerBound: false,
      matched: 7,
      met: ['manzan'],
    });
    expect(readAnswer(said(3), wanted()).counts.country).toEqual([{ value: 'MX', count: 2 }]);
    expect(readAnswer(said(mostCounted + 1), wanted())).toMatchObject({ total: mostCounted, totalIsLowerBound: true });
    expect(readFrequencies({ results: [{ totalHits: 0 }, { totalHits: 4 }] })).toEqual([0, 4]);
  });

  it.each([
    null,
    '<html>',
    { results: [] },
    { results: [{ hits: 'many' }, {}, {}] },
    { results: [{ hits: [] }, { totalHits: 1 }, { totalHits: 1 }] },
  ])('that is none is an error: %p', (nonsense) => {
    expect(() => readAnswer(nonsense, wanted())).toThrow();
  });
});
