import { localeOf } from './locale.js';

/** `['a', 'b', 'c']` → "a, b y c". */
export const listOf = (lang: string, items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
  new Intl.ListFormat(localeOf(lang), { type, style: 'long' }).format(items);

/** Labels as they stand in a list: only the first keeps its large letter. */
export const inList = (lang: string, labels: readonly string[]): string[] =>
  labels.map((label, at) => (at === 0 ? label : label.charAt(0).toLocaleLowerCase(lang) + label.slice(1)));

/** First letter large, for words that stand at the head of a line. */
export const sentenceCase = (lang: string, words: string): string => words.charAt(0).toLocaleUpperCase(lang) + words.slice(1);
