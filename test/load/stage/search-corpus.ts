import type { PublicReads } from '@alianza/platform/data/reads/public-reads';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Localized } from '@alianza/contracts/shapes';
import { freeSlug, slugOf } from '@alianza/repository/publication/slugs';
import { PostgresqlIndex } from '@alianza/repository/search/postgresql/postgresql-practices';
import { facetNames, type Filters, type Wanted } from '@alianza/repository/search/practice-index';
import { endsWithinWord, queryWords } from '@alianza/repository/search/words';
import { newId } from '@alianza/platform/ids';
import type { SyntheticNetwork, SyntheticPractice } from './dataset.js';
import { chance, inventContent } from './texts.js';

const seed = 20_260_202;
const lexiconSize = 20_000;
/** Words of the lexicon in one record: as often as in prose, where few words are frequent and most are rare (Zipf). */
const drawn = { title: 1, summary: 2, actions: 3, results: 3, context: 3 } as const;
const flattening = 30;

const syllables = 'ba ce di fo gu ja le mi no pu ra se ti vo zu bra cle dri flo gru ple tri'.split(' ');
const endings = ['ndal', 'rez', 'lim', 'nto', 'sca', 'rdo', 'mpa', 'vier'];

/** A word that no dictionary has, another one for each number. */
function word(number: number): string {
  let rest = number;
  let text = '';
  for (let turn = 0; turn < 3; turn++) {
    text += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length);
  }
  return text + (endings[rest % endings.length] ?? '');
}

/** The number of a word, drawn by how frequent it is. */
const draw = (random: () => number): number => Math.floor(flattening * ((lexiconSize + flattening) / flattening) ** random()) - flattening;

/** One network of so many records that differ in their words, so that a query may find few of many. */
export function inventCorpus(network: SyntheticNetwork, total: number): SyntheticPractice[] {
  const random = chance(seed);
  const taken = new Set<string>();
  return Array.from({ length: total }, () => {
    const content = withWords(inventContent(random), random);
    const slug = freeSlug(slugOf(content.title.es ?? ''), taken);
    taken.add(slug);
    return { id: newId(), network, slug, content };
  });
}

function withWords(content: PracticeContent, random: () => number): PracticeContent {
  const more = (said: Localized | null, count: number) => {
    const words = Array.from({ length: count }, () => word(draw(random))).join(' ');
    return said && { ...said, es: `${said.es ?? ''} ${words}` };
  };
  const added = Object.entries(drawn).map(([field, count]) => [field, more(content[field as keyof typeof drawn], count)]);
  return { ...content, ...(Object.fromEntries(added) as Partial<PracticeContent>) };
}

const broad = `guarderías|centros de día|corresponsabilidad|trabajadoras del hogar|transporte accesible|banco de tiempo|cuidad|cooperativa|
  licencia de paternidad|personas mayores|zonas rurales|escuelas|comedores|universidad pública|encuestas`;

/** What people may type, in an order of its own: words of every frequency, with another one, misspelt, or not finished. */
function* candidates(): Generator<string> {
  for (const text of broad.split('|')) yield text.trim();
  for (let number = 0; number < 80; number++) yield word(number);
  for (let number = 80, turn = 0; number < lexiconSize; number = Math.ceil(number * 1.03), turn++) {
    const one = word(number);
    yield [one, `${one} guarderías`, `talleres ${one}`, misspelt(one), one.slice(0, -2)][turn % 5] ?? one;
    yield word(number + 1);
  }
}

/** Two letters that changed places. */
const misspelt = (text: string): string => `${text.slice(0, 3)}${text[4] ?? ''}${text[3] ?? ''}${text.slice(5)}`;

const noFilter = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Filters;

export const wantedOf = (q: string, filters: Partial<Filters> = {}): Wanted => ({
  ...{ ...noFilter, ...filters },
  ...{ words: queryWords(q), unfinished: endsWithinWord(q), lang: 'es', sort: 'relevance', cursor: undefined, limit: 20 },
});

export interface Query {
  readonly q: string;
  readonly matches: number;
}

/** Of all queries: so many parts of a hundred find at most so many records; the rest more. */
export interface Mix {
  readonly queries: number;
  readonly few: number;
  readonly several: number;
}

export const usualMix: Mix = { queries: 200, few: 200, several: 1000 };
/** For a corpus of hundreds. */
export const smallMix: Mix = { queries: 20, few: 8, several: 60 };

/** 70 % that find few, 25 % that find several, 5 % that find more, in the corpus at hand: the same at every run. */
export async function queriesFor(reads: PublicReads, network: string, { queries, few, several }: Mix): Promise<Query[]> {
  const index = new PostgresqlIndex(reads);
  const wanted = { few: queries * 0.7, several: queries * 0.25, broad: queries * 0.05 };
  const found = { few: [] as Query[], several: [] as Query[], broad: [] as Query[] };
  const full = () => (['few', 'several', 'broad'] as const).every((kind) => found[kind].length >= wanted[kind]);
  for (const q of new Set(candidates())) {
    if (full()) break;
    const { total: matches } = await index.search(network, wantedOf(q));
    const kind = matches <= few ? 'few' : matches <= several ? 'several' : 'broad';
    if (matches > 0 && found[kind].length < wanted[kind]) found[kind].push({ q, matches });
  }
  const all = [...found.few, ...found.several, ...found.broad];
  if (all.length !== queries)
    throw new Error(`${found.few.length} + ${found.several.length} + ${found.broad.length} of ${queries} queries`);
  return all;
}
