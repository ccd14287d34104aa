const marks = /\p{M}/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Lower case without accents. */
export const fold = (text: string): string => text.normalize('NFD').replaceAll(marks, '').toLowerCase();

export interface Token {
  readonly word: string;
  /** In UTF-16 units of the text, end excluded. */
  readonly start: number;
  readonly end: number;
}

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(word)].map((found) => ({ word: found[0], start: found.index, end: found.index + found[0].length }));

/** Words without a meaning of their own, in Spanish and English, folded. */
const empty = new Set(
  (
    'a al and con como de del e el en es for from in la las lo los mas ni o of on or para por que se sin sobre son su sus the to u un una ' +
    'unas uno unos with y'
  ).split(' '),
);

/** Accents alone are a word to nobody: without them nothing is left to look for. */
const meaningless = (folded: string): boolean => folded === '' || empty.has(folded);

const mostWords = 10;
const longestWord = 40;

/** The words of a query that mean something, as they were written. */
export function queryWords(query: string): string[] {
  const words = tokensOf(query.toLowerCase()).map(({ word: written }) => written.slice(0, longestWord));
  return words.filter((written) => !meaningless(fold(written))).slice(0, mostWords);
}

/** A folded word without number and gender: near enough to the index's stemmers to show why something was found. */
export function stemOf(folded: string): string {
  const singular = folded.length > 3 ? folded.replace(/s$/, '') : folded;
  return singular.length > 3 ? singular.replace(/[aeo]$/, '') : singular;
}
