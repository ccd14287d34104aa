import type { Highlight } from '@alianza/contracts/repository/search';
import { fold, stemOf, tokensOf } from './words.js';

type Judge = (folded: string) => boolean;

/** Whether a word of a text is one of those sought: by its stem, the last one, which may be unfinished, by its beginning too. */
export function judgeOf(words: readonly string[]): Judge {
  const sought = words.map(fold);
  const stems = new Set(sought.map(stemOf));
  const last = sought.at(-1) ?? '';
  return (folded) => stems.has(stemOf(folded)) || (last.length > 1 && folded.startsWith(last));
}

/** Where in the text: start and end in UTF-16 units, end excluded. */
export function rangesIn(text: string, judge: Judge): [number, number][] {
  return tokensOf(text)
    .filter(({ word }) => judge(fold(word)))
    .map(({ start, end }) => [start, end]);
}

/** Why something was found, in what is shown of it; fields without a reason are left out. */
export function highlightsOf(shown: Readonly<Record<Highlight['field'], string>>, words: readonly string[]): Highlight[] {
  if (words.length === 0) return [];
  const judge = judgeOf(words);
  const fields = (['title', 'summary'] as const).map((field) => ({ field, text: shown[field], ranges: rangesIn(shown[field], judge) }));
  return fields.filter(({ ranges }) => ranges.length > 0);
}
