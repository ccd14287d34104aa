import { fold } from './words.js';

/** A word that is written somewhere in the network, and how like the one asked for: 0 to 1. */
export interface Spelling {
  readonly asked: string;
  readonly word: string;
  readonly likeness: number;
}

/** Only words nearly as alike as the best one are meant. */
const nearly = 0.75;

/**
 * For each word what may have been meant by it; itself, where it is written that way or is like nothing that is written.
 * Null where nothing would be searched that was not searched already.
 */
export function respell(words: readonly string[], known: readonly Spelling[]): string[][] | null {
  const meant = words.map((word) => meantBy(fold(word), known));
  return meant.every((spelled, index) => spelled.length === 1 && spelled[0] === fold(words[index] ?? '')) ? null : meant;
}

function meantBy(word: string, known: readonly Spelling[]): string[] {
  const near = known.filter(({ asked }) => asked === word);
  const best = Math.max(0, ...near.map(({ likeness }) => likeness));
  if (near.length === 0 || near.some((spelling) => fold(spelling.word) === word)) return [word];
  return near.filter(({ likeness }) => likeness >= best * nearly).map((spelling) => spelling.word);
}
