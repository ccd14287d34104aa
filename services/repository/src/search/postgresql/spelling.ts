import { fold, stemOfWord } from '../words.js';

/** A word that is written somewhere in the network, and how like the one asked for: 0 to 1. */
export interface Spelling {
  readonly asked: string;
  readonly word: string;
  readonly likeness: number;
}

/** Only words nearly as alike as the best one are meant. */
const nearly = 0.75;
/** As the database's own trigrams: less alike is another word. */
const alike = 0.3;

interface Known {
  /** Words that nobody wrote: only these may have been meant otherwise. */
  readonly unknown: readonly string[];
  /** Words met by their stem alone, which may be that of another word: these may have been meant otherwise too. */
  readonly doubtful?: readonly string[];
  /** What is written somewhere and like them. */
  readonly written: readonly Spelling[];
  /** What the vocabulary knows, without accents. */
  readonly vocabulary: ReadonlySet<string>;
}

/** For each word what may have been meant by it, the likeliest first; itself, where it is like nothing. Null where all are themselves. */
export function respell(words: readonly string[], known: Known): string[][] | null {
  const meant = words.map((word) => {
    if (known.doubtful?.includes(word)) return [word, ...oneSlipFrom(fold(word), known)];
    return known.unknown.includes(word) ? meantBy(fold(word), known) : [word];
  });
  return meant.every((spelled, index) => spelled.length === 1 && fold(spelled[0] ?? '') === fold(words[index] ?? '')) ? null : meant;
}

/** What somebody wrote in place of words that nobody did: the likeliest of each. */
export const instead = (words: readonly string[], meant: readonly (readonly string[])[]): string[] => [
  ...new Set(meant.flatMap((ways, index) => ways.find((way) => fold(way) !== fold(words[index] ?? '')) ?? [])),
];

/** Which of these nobody writes as such. */
export const neverWritten = (words: readonly string[], near: readonly Spelling[]): string[] =>
  words.filter((word) => !near.some(({ asked, likeness }) => asked === fold(word) && likeness === 1));

/** A shorter word is one letter away from many. */
export const longEnough = 6;

/** Words as long with one letter changed, which are no form of the same. */
const oneSlipFrom = (word: string, { written }: Known): string[] =>
  written
    .filter(({ asked, word: other }) => asked === word && word.length >= longEnough && fold(other).length === word.length)
    .filter(({ word: other }) => slips(word, fold(other)) === 1 && stemOfWord(other) !== stemOfWord(word))
    .map((spelling) => spelling.word);

function meantBy(word: string, { written, vocabulary }: Known): string[] {
  if (vocabulary.has(word)) return [word];
  const alikes = [...written.filter(({ asked }) => asked === word), ...nearIn(vocabulary, word)];
  const near = alikes.filter((spelling) => slips(word, fold(spelling.word)) <= Math.max(1, Math.floor(word.length / 4)));
  const best = Math.max(0, ...near.map(({ likeness }) => likeness));
  const meant = near.filter(({ likeness }) => likeness >= best * nearly).sort((a, b) => b.likeness - a.likeness);
  // of the same word the likeliest spelling, as somebody wrote it: the vocabulary has it without accents
  const spelled = meant.map((spelling) => spelling.word);
  const first = spelled.filter((one, index) => spelled.findIndex((other) => fold(other) === fold(one)) === index);
  return first.length === 0 ? [word] : first;
}

interface Cut {
  readonly word: string;
  readonly trigrams: ReadonlySet<string>;
}

/** A vocabulary cut once, its words by each of their trigrams: most are like nothing that is asked. */
const cut = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly Cut[]>>();

function cutOf(vocabulary: ReadonlySet<string>): ReadonlyMap<string, readonly Cut[]> {
  const known = cut.get(vocabulary);
  if (known !== undefined) return known;
  const made = new Map<string, Cut[]>();
  for (const word of vocabulary) {
    const one = { word, trigrams: trigrams(word) };
    for (const part of one.trigrams) made.set(part, [...(made.get(part) ?? []), one]);
  }
  cut.set(vocabulary, made);
  return made;
}

/** Another form of the same word is no correction of it. */
function nearIn(vocabulary: ReadonlySet<string>, asked: string): Spelling[] {
  const sought = trigrams(asked);
  const words = cutOf(vocabulary);
  const sharing = new Set([...sought].flatMap((part) => words.get(part) ?? []));
  return [...sharing]
    .map((one) => ({ asked, word: one.word, likeness: likeness(sought, one.trigrams) }))
    .filter((spelling) => spelling.likeness > alike && stemOfWord(spelling.word) !== stemOfWord(asked));
}

/** As pg_trgm cuts them: two spaces before, one behind. */
function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_none, start) => padded.slice(start, start + 3)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((part) => other.has(part)).length;
  return shared / (one.size + other.size - shared);
}

/** How many slips lead from one word to the other: letters left out, added, changed, or two neighbours that changed places (Damerau 1964). */
function slips(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_none, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) row.push(slipsAt({ one, other, rows, row }, i, j));
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}

interface Slips {
  readonly one: string;
  readonly other: string;
  readonly rows: readonly (readonly number[])[];
  readonly row: readonly number[];
}

function slipsAt({ one, other, rows, row }: Slips, i: number, j: number): number {
  const at = (of: readonly number[] | undefined, place: number) => of?.[place] ?? Number.POSITIVE_INFINITY;
  const changed = at(rows[i - 1], j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
  const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? at(rows[i - 2], j - 2) + 1 : Number.POSITIVE_INFINITY;
  return Math.min(changed, swapped, at(rows[i - 1], j) + 1, at(row, j - 1) + 1);
}
