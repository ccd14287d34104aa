import { stemOfWord, wordsOf } from '../words.js';
import { notationsIn, type Vocabulary } from '../vocabulary/vocabulary.js';

/** Letters and digits alone, so that the engine takes it for one word that nobody types; `q` stands between its parts. */
const asOneWord = (prefix: string, key: string): string => prefix + key.toLowerCase().replaceAll(/[^a-z0-9]+/g, 'q');

/** What a record that names a concept, or is marked with it, has among its words. */
export const conceptWord = (key: string): string => asOneWord('xc', key);

/** What a query has in place of a name: the engine's synonyms lead from it to every concept that is called so. */
export const nameWord = (name: string): string => asOneWord('xn', name);

/** Text as it is kept: words without number, gender and accents, so that those of a query meet them, and notations that are written out. */
export const stemsOf = (text: string): string => [...wordsOf(text).map(stemOfWord), ...notationsIn(text)].join(' ');

/** For the engine's settings: each name of the vocabulary with the concepts that it may mean. */
export function synonymsOf(vocabulary: Vocabulary): Record<string, string[]> {
  const synonyms = [...vocabulary.names].map(([name, concepts]) => [nameWord(name), concepts.map(({ key }) => conceptWord(key))] as const);
  return Object.fromEntries(synonyms.map(([name, words]) => [name, [...words]]));
}
