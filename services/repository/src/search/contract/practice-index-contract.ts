import type { FacetName, Wanted } from '../practice-index.js';
import { records, twofold } from './contract-records.js';

/** What any index must answer over the contract's records. */
export interface ContractCase {
  readonly name: string;
  readonly q: string;
  readonly asked?: Partial<Omit<Wanted, 'words' | 'unfinished'>>;
  /** In which network: the records', else another one. */
  readonly in?: 'elsewhere';
  /** Addresses of all that is found, in any order. */
  readonly finds?: readonly string[];
  /** The same in this order. */
  readonly inOrder?: readonly string[];
  /** What stands first, whatever follows. */
  readonly first?: string;
  readonly total?: number;
  /** What is not among them. */
  readonly lacks?: string;
  readonly corrected?: boolean;
  /** Which spellings were searched instead, among others. */
  readonly meant?: readonly string[];
  readonly partial?: boolean;
  /** Some counts of facets; null where a value must not be counted at all. */
  readonly counts?: readonly (readonly [facet: FacetName, value: string, count: number | null])[];
}

const all = records.map(({ slug }) => slug);
const found = (name: string, q: string, ...finds: string[]): ContractCase => ({ name, q, finds });
const firstOf = (name: string, q: string, first: string): ContractCase => ({ name, q, first });

const words: readonly ContractCase[] = [
  { name: 'no words: everything', q: '', finds: all, total: all.length, corrected: false, partial: false },
  { name: 'words without a meaning of their own: everything', q: 'de la y', finds: all },
  { name: 'signs alone: everything', q: `' & | ! ( :* "`, finds: all },
  found('a word of a title', 'construcción', 'obras'),
  found('a word of a summary', 'caminables', 'manzanas'),
  found('a word of another field', 'lavandería', 'curso'),
  found('a word of an organisation', 'Zurbarán', 'curso'),
  found('a word of a place', 'Bronx', 'cooperativa'),
  found('a country by its Spanish name', 'Islandia', 'permiso'),
  found('a country by its English name', 'Iceland', 'permiso'),
  found('two words in two fields', 'manzanas Bogotá', 'manzanas'),
  found('the plural of a singular', 'mercados', 'mercado'),
  found('the singular of a plural', 'estancia infantil construcción', 'obras'),
  found('a number', '189', 'convenio'),
  found('words between function words', 'las manzanas que nos cuidan', 'manzanas'),
  found('a word that nobody wrote finds nothing', 'xyzzy'),
  found('the words of a link', 'reportaje', 'banco'),
  found('not the address to which it leads', 'xilofono'),
  found('nor one that stands by itself', 'trombon'),
  found('a host as people write it', 'inmujeres', 'banco'),
  { name: 'a word in the title before one in the summary', q: 'mayor', first: 'banco' },
  firstOf('a title that says it before a text that does', 'autocuidado', 'curso'),
];

const accents: readonly ContractCase[] = [
  found('capitals', 'MANZANAS', 'manzanas'),
  found('missing accents', 'bogota', 'manzanas'),
  found('accents too many', 'mánzanas', 'manzanas'),
  found('missing accents before a stem', 'construccion', 'obras'),
  { ...found('a missing accent is no misspelling', 'lavanderia', 'curso'), corrected: false },
];

const spelling: readonly ContractCase[] = [
  { ...found('a letter too few', 'lavadería', 'curso'), corrected: true },
  { ...found('a letter too many', 'lavandderia', 'curso'), corrected: true },
  { ...found('a wrong letter', 'mansanas', 'manzanas'), corrected: true, meant: ['manzanas'] },
  { ...found('two letters in the wrong order', 'caminalbes', 'manzanas'), corrected: true },
  { ...found('one misspelt word beside a right one', 'manzanas caminalbes', 'manzanas'), corrected: true },
  { ...firstOf('a misspelt name of a concept', 'trabajadras del ogar', 'seguro'), corrected: true },
  { ...firstOf('a misspelt synonym', 'licensia parental', 'permiso'), corrected: true },
  { name: 'a right word is not corrected', q: 'mercado', corrected: false, meant: [] },
  {
    name: 'a misspelt word that is a form of another, where no record answers all the words',
    ...{ q: 'guarderias mobiles mercado', in: 'elsewhere', first: 'moviles', corrected: true, meant: ['móviles'] },
  },
  {
    name: 'one that is a form of another stays, where a record does',
    q: 'mobiles creches',
    in: 'elsewhere',
    finds: ['creches'],
    corrected: false,
  },
  {
    name: 'words that somebody writes as they are are no others, though no record has all of them',
    ...{ q: 'guarderias mobile mercado', in: 'elsewhere', corrected: false, meant: [], partial: true },
  },
  {
    name: 'words that are to be searched as they are written are not corrected',
    ...{ q: 'guarderias mobiles mercado', asked: { exact: 'true' }, in: 'elsewhere', corrected: false, meant: [], partial: true },
  },
  { name: 'nor are those that nobody wrote', q: 'mansanas', asked: { exact: 'true' }, finds: [], corrected: false },
];

const beginnings: readonly ContractCase[] = [
  found('the beginning of the last word', 'zurba', 'curso'),
  found('the beginning of the last of two words', 'manzanas camina', 'manzanas'),
  {
    name: 'the beginning of a word that is not the last is no word',
    q: 'zurba autocuidado',
    finds: ['curso'],
    corrected: false,
    partial: true,
  },
];

const synonyms: readonly ContractCase[] = [
  { name: 'guardería finds estancias', q: 'guardería', finds: ['mercado', 'obras'] },
  { name: 'estancia infantil finds guarderías', q: 'estancia infantil', finds: ['mercado', 'obras'] },
  { name: 'nursery finds both', q: 'nursery', finds: ['mercado', 'obras'] },
  { name: 'empleada doméstica finds trabajadoras del hogar', q: 'empleada doméstica seguro', first: 'seguro' },
  { name: 'domestic workers finds trabajadoras del hogar', q: 'domestic workers insurance', first: 'seguro' },
  { name: 'licencia finds permiso', q: 'licencia parental', finds: ['permiso'] },
  { name: 'parental leave finds permiso', q: 'parental leave', finds: ['permiso'] },
  { name: 'tercera edad finds what is marked for older persons', q: 'tercera edad', finds: ['banco'] },
  { name: 'elderly too', q: 'elderly', finds: ['banco'] },
  { name: 'time bank finds banco de tiempo', q: 'time bank', finds: ['banco'] },
  { name: 'uso del tiempo and time use are one', q: 'time use', finds: ['encuesta'] },
  { name: 'atención domiciliaria finds home care', q: 'atención domiciliaria', finds: ['cooperativa'] },
  { name: 'a word of two concepts finds both', q: 'father', finds: ['permiso'] },
  { name: 'an ILO convention by its number', q: 'C189', finds: ['convenio'] },
];

const questions: readonly ContractCase[] = [
  { ...firstOf('a whole Spanish question', '¿Cómo funciona el banco de tiempo en otros países?', 'banco'), partial: true },
  { ...firstOf('a whole English question', 'How does a nursery in the market help unicorns?', 'mercado'), partial: true },
  { ...firstOf('more words than any record says', 'convenio trabajo doméstico unicornios', 'convenio'), partial: true },
  { name: 'one unknown word is not answered with anything', q: 'unicornios', finds: [], partial: false },
];

const filters: readonly ContractCase[] = [
  { name: 'by type', q: '', asked: { type: ['dataset'] }, finds: ['mapa', 'encuesta'] },
  { name: 'by either of two types', q: '', asked: { type: ['dataset', 'toolkit'] }, finds: ['mapa', 'encuesta', 'curso'] },
  { name: 'by country, of one with several too', q: '', asked: { country: ['CO'] }, finds: ['encuesta', 'manzanas'] },
  { name: 'by fiveR', q: '', asked: { fiveR: ['represent'] }, finds: ['convenio'] },
  { name: 'by population', q: '', asked: { population: ['domestic-workers'] }, finds: ['seguro', 'convenio'] },
  { name: 'by priority area', q: '', asked: { priorityArea: ['training'] }, finds: ['curso', 'mapa'] },
  {
    name: 'by either of two priority areas',
    q: '',
    asked: { priorityArea: ['training', 'evidence'] },
    finds: ['curso', 'mapa', 'encuesta'],
  },
  {
    name: 'by priority area, whose own counts leave it out',
    q: '',
    asked: { priorityArea: ['training'] },
    counts: [
      ['priorityArea', 'training', 2],
      ['priorityArea', 'evidence', 2],
      ['type', 'toolkit', 1],
    ],
  },
  { name: 'by sector', q: '', asked: { sector: ['private'] }, finds: ['cooperativa'] },
  { name: 'by level', q: '', asked: { level: ['municipal'] }, finds: ['manzanas'] },
  { name: 'by goal', q: '', asked: { sdg: ['4'] }, finds: ['mercado', 'obras'] },
  { name: 'by language of the sources', q: '', asked: { language: ['fr'] }, finds: ['convenio'] },
  { name: 'by year', q: '', asked: { year: ['2020'] }, finds: ['curso', 'manzanas'] },
  { name: 'by two facets: both', q: '', asked: { type: ['dataset'], country: ['MX'] }, finds: ['encuesta'] },
  { name: 'by words and a facet', q: 'guardería', asked: { country: ['IN'] }, finds: ['obras'] },
  {
    name: 'that leave nothing of what the words find',
    q: 'guardería',
    asked: { country: ['JP'] },
    finds: [],
    corrected: false,
    partial: false,
  },
];

const facets: readonly ContractCase[] = [
  {
    name: 'count everything without words',
    q: '',
    counts: [
      ['type', 'law-policy', 4],
      ['country', 'MX', 4],
      ['year', '2020', 2],
      ['sdg', '4', 2],
    ],
  },
  {
    name: 'count a value once in a record of several targets',
    q: '',
    counts: [
      ['sdg', '5', 1],
      ['language', 'en', 4],
      ['fiveR', 'reduce', 3],
    ],
  },
  {
    name: 'count what the words find',
    q: 'guardería',
    counts: [
      ['country', 'MX', 1],
      ['country', 'IN', 1],
      ['country', 'JP', null],
    ],
  },
  {
    name: 'leave their own filter out',
    q: '',
    asked: { type: ['dataset'] },
    counts: [
      ['type', 'dataset', 2],
      ['type', 'toolkit', 1],
      ['country', 'AR', 1],
      ['country', 'JP', null],
    ],
  },
  {
    name: 'keep the filters of others',
    q: '',
    asked: { type: ['dataset'], country: ['MX'] },
    counts: [
      ['type', 'dataset', 1],
      ['type', 'toolkit', 1],
      ['country', 'AR', 1],
      ['year', '2021', null],
    ],
  },
  {
    name: 'count no value twice',
    q: 'guardería',
    asked: { sdg: ['4'], level: ['community'] },
    counts: [
      ['sdg', '4', 1],
      ['level', 'workplace', 1],
      ['level', 'community', 1],
    ],
  },
];

/** As they are published; the first once more, as its next version. */
const published = records.map(({ slug }) => slug);
const newest = published.toReversed();
const changed = [...published.slice(0, 1), ...published.slice(1).toReversed()];
const orders: readonly ContractCase[] = [
  { name: 'newest: what the public has read for the shortest time', q: '', asked: { sort: 'newest' }, inOrder: newest },
  { name: 'changed: the last version first', q: '', asked: { sort: 'changed' }, inOrder: changed },
  { name: 'newest with words', q: 'guardería', asked: { sort: 'newest' }, inOrder: ['obras', 'mercado'] },
  { name: 'title', q: 'guardería', asked: { sort: 'title' }, inOrder: ['obras', 'mercado'] },
  { name: 'title in the language read', q: 'guardería', asked: { sort: 'title', lang: 'en' }, inOrder: ['obras', 'mercado'] },
  { name: 'relevance: the title first', q: 'cuidan', asked: { sort: 'relevance' }, first: 'manzanas' },
];

const languages: readonly ContractCase[] = [
  found('a Spanish word over a record in Spanish', 'caminables', 'manzanas'),
  found('an English word over its translation', 'nursery market', 'mercado'),
  found('Spanish words over a record in English', 'cooperativa', 'cooperativa'),
  found('a Portuguese word', 'acompanhante', 'estatuto'),
  found('words of two languages', 'cooperative Bronx', 'cooperativa'),
];

const networks: readonly ContractCase[] = [
  { name: 'a record of another network', q: 'tejedoras', lacks: 'faro' },
  { name: 'a word that only another network wrote is not suggested', q: 'tejedorras', lacks: 'faro' },
  {
    name: 'nothing of another network is counted',
    q: '',
    counts: [
      ['country', 'UY', null],
      ['type', 'evaluation', null],
    ],
  },
  { name: 'in its own network it is found', q: 'tejedoras', in: 'elsewhere', finds: ['faro'] },
  { name: 'and nothing else', q: '', in: 'elsewhere', finds: ['faro', 'red', 'creches', 'moviles'], total: 4 },
  { name: 'its own word for two concepts finds both', q: twofold.word, in: 'elsewhere', finds: ['faro', 'red'], corrected: false },
  { name: 'misspelt too', q: 'chalubas', in: 'elsewhere', finds: ['faro', 'red'], corrected: true },
  { name: 'and nothing where nobody calls them so', q: twofold.word, finds: [] },
];

const gone: readonly ContractCase[] = [
  found('a withdrawn record', 'ludoteca'),
  { name: 'is not suggested', q: 'ludotecas itinerantes', finds: [], corrected: false },
  {
    name: 'is not counted',
    q: '',
    counts: [
      ['country', 'BO', null],
      ['type', 'publication', null],
      ['year', '2017', null],
    ],
  },
];

/** By what they are about: every engine is held to the same. */
export const practiceIndexContract: Readonly<Record<string, readonly ContractCase[]>> = {
  ...{ words, accents, spelling, beginnings, synonyms, questions, filters, facets, orders, languages, networks, gone },
};
