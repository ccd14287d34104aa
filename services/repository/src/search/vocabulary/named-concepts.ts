import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { languages, type Localized } from '@alianza/contracts/shapes';
import { wordsOf } from '../words.js';
import { spokenVocabulary } from './spoken-vocabulary.js';
import type { Vocabulary } from './vocabulary.js';

const body = ['context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] as const;
const weights = ['A', 'B', 'C'] as const;

/** The words of a practice in all its languages, by what they weigh. */
export type Said = Readonly<Record<(typeof weights)[number], readonly string[]>>;

export const saidIn = (content: PracticeContent): Said => ({
  A: wordsIn([content.title]),
  B: wordsIn([content.summary]),
  C: wordsIn(body.map((field) => content[field])),
});

const wordsIn = (texts: readonly (Localized | null)[]): readonly string[] =>
  wordsOf(texts.flatMap((text) => languages.map((lang) => text?.[lang] ?? '')).join(' '));

/**
 * What a practice names, by the weight of the field in which it does, as the index keeps it: `'~guarderia':1A,1C`. In the words of its network,
 * where that has any of its own.
 */
export const namedConcepts = (content: PracticeContent, vocabulary?: Vocabulary): string => namedBy(saidIn(content), vocabulary);

/** The same, where its words have been taken apart already. */
export function namedBy(said: Said, vocabulary: Vocabulary = spokenVocabulary): string {
  const places = weights.flatMap((weight, index) =>
    [...vocabulary.namedIn(said[weight])].map((key) => `'${conceptLexeme(key)}':${index + 1}${weight}`),
  );
  return places.join(' ');
}

/** A key as a word that nobody types. */
export const conceptLexeme = (key: string): string => `~${key}`;
