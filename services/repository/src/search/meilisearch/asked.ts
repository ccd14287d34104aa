import type { Slot } from '../postgresql/slots.js';
import { spokenVocabulary } from '../vocabulary/spoken-vocabulary.js';
import { stemOfWord } from '../words.js';
import { conceptWord, nameWord } from './index-words.js';

/** What is asked of the engine for one slot. */
export interface Asked {
  /** Quoted, so that it is met as it is: no slip, no beginning. */
  readonly exactly: string;
  /** As the engine forgives it. */
  readonly loosely: string;
}

/** A name that means several things in one network alone: the engine knows either of one word, not of several. */
export class SeveralMeaningsError extends Error {}

/** The last word may be a beginning, which only an unquoted one can be. */
export function askedFor(slots: readonly Slot[], unfinished: boolean): Asked[] {
  return slots.map((slot, index) => asked(slot, unfinished && index === slots.length - 1));
}

function asked({ words, named }: Slot, unfinished: boolean): Asked {
  if (named) return alike(nameOf(named));
  const stem = stemOfWord(words[0] ?? '');
  return { exactly: unfinished ? stem : quoted(stem), loosely: stem };
}

/** What a network calls otherwise than the settings, which all share, leads to its concept without them. */
function nameOf({ name, concepts }: NonNullable<Slot['named']>): string {
  const shared = spokenVocabulary.names.get(name)?.map(({ key }) => key) ?? [];
  const isShared = shared.length === concepts.length && shared.every((key) => concepts.includes(key));
  if (isShared) return nameWord(name);
  const [only = '', ...more] = concepts;
  if (more.length > 0) throw new SeveralMeaningsError();
  return quoted(conceptWord(only));
}

const quoted = (word: string): string => `"${word}"`;
const alike = (word: string): Asked => ({ exactly: word, loosely: word });
