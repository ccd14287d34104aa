import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { languages, type Localized } from '@alianza/contracts/shapes';
import { spokenVocabulary } from './spoken-vocabulary.js';
import type { Vocabulary } from './vocabulary.js';

const body = ['context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] as const;

/**
 * What a practice names, by the weight of the field in which it does, as the index keeps it: `'~guarderia':1A,1C`. In the words of its network,
 * where that has any of its own.
 */
export function namedConcepts(content: PracticeContent, vocabulary: Vocabulary = spokenVocabulary): string {
  const fields = [
    ['A', [content.title]],
    ['B', [content.summary]],
    ['C', body.map((field) => content[field])],
  ] as const;
  const places = fields.flatMap(([weight, texts], index) =>
    [...named(texts, vocabulary)].map((key) => `'${conceptLexeme(key)}':${index + 1}${weight}`),
  );
  return places.join(' ');
}

/** A key as a word that nobody types. */
export const conceptLexeme = (key: string): string => `~${key}`;

function named(texts: readonly (Localized | null)[], vocabulary: Vocabulary): Set<string> {
  const written = texts.flatMap((text) => languages.map((lang) => text?.[lang] ?? ''));
  return vocabulary.namedIn(written.join(' . '));
}
