import type { Highlight } from '@alianza/contracts/repository/search';
import { fold, likeness, stemOf, tokensOf } from './words.js';

export interface Sought {
  /** As written by who searches. */
  readonly words: readonly string[];
  /** What sounds alike was searched. */
  readonly corrected: boolean;
}

/** Alike enough to be the reason; the index asks the same of words. */
const alikeEnough = (word: string): number => (word.length < 9 ? 0.5 : 0.4);

type Judge = (folded: string) => boolean;

/** Whether a word of a text is one that was sought: by its stem, the last one by its beginning too, or by its sound. */
export function judgeOf({ words, corrected }: Sought): Judge {
  const sought = words.map(fold);
  const last = sought.at(-1) ?? '';
  if (corrected) return (folded) => sought.some((wanted) => likeness(wanted, folded) >= alikeEnough(wanted));
  const stems = new Set(sought.map(stemOf));
  return (folded) => stems.has(stemOf(folded)) || (last.length > 1 && folded.startsWith(last));
}

/** Where in the text: start and end in UTF-16 units, end excluded. */
export function rangesIn(text: string, judge: Judge): [number, number][] {
  return tokensOf(text)
    .filter(({ word }) => judge(fold(word)))
    .map(({ start, end }) => [start, end]);
}

/** Why something was found, in what is shown of it; fields without a reason are left out. */
export function highlightsOf(shown: Pick<Record<Highlight['field'], string>, 'title' | 'summary'>, sought: Sought): Highlight[] {
  if (sought.words.length === 0) return [];
  const judge = judgeOf(sought);
  const fields = (['title', 'summary'] as const).map((field) => ({ field, text: shown[field], ranges: rangesIn(shown[field], judge) }));
  return fields.filter(({ ranges }) => ranges.length > 0);
}
