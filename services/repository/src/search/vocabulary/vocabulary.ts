import { fold, queryWords, stemOfWord, tokensOf } from '../words.js';

/** One thing and everything it is called; each of its names stands for every other, within a language and across. */
export interface Concept {
  /** What it is known by in the index. */
  readonly key: string;
  /** How records are marked with it, as in `population=older-persons`; none where it is in no taxonomy. */
  readonly mark?: string;
  readonly names: readonly string[];
}

/** What was recognised at a place of a query, and how many of its words it takes. */
export interface Recognised {
  readonly length: number;
  readonly concepts: readonly Concept[];
}

interface Name {
  readonly stems: readonly string[];
  /** Whether it is written with one of the words that hold others apart. */
  readonly isLoose: boolean;
  readonly concept: Concept;
}

const longestName = 4;
/** Words of one name stand at most this far apart: "trabajadoras y trabajadores domésticos". */
export const reach = 3;
/** What stands between two words that are not one name, where the name is not written so: a "day of care" is no "day care". */
const apart = new Set(['of', 'to', 'for', 'at', 'by', 'with']);

/** The ILO numbers its conventions C001 and on, its recommendations R001 and on. */
const notations = [
  { letter: 'c', form: /^c0*(\d{1,3})$/, names: ['convenio', 'convention'] },
  { letter: 'r', form: /^r0*(\d{1,3})$/, names: ['recomendación', 'recommendation'] },
];

/** Finds concepts by any of their names. Made from a list, so that the list may come from a file or from a table. */
export class Vocabulary {
  private readonly byName = new Map<string, Concept[]>();
  private readonly byFirstStem = new Map<string, Name[]>();
  /** Every word of every name, without accents. */
  readonly words = new Set<string>();

  constructor(concepts: readonly Concept[]) {
    for (const concept of concepts) for (const name of concept.names) this.learn(concept, name);
  }

  private learn(concept: Concept, name: string): void {
    const words = queryWords(name);
    const stems = words.map(stemOfWord);
    const [first] = stems;
    if (first === undefined) return;
    for (const word of words) this.words.add(fold(word));
    const key = stems.join(' ');
    const named = this.byName.get(key) ?? [];
    if (named.includes(concept)) return;
    this.byName.set(key, [...named, concept]);
    const isLoose = tokensOf(name).some(({ word }) => apart.has(fold(word)));
    this.byFirstStem.set(first, [...(this.byFirstStem.get(first) ?? []), { stems, isLoose, concept }]);
  }

  /** Every name by the stems of its words, with all that it may mean. */
  get names(): ReadonlyMap<string, readonly Concept[]> {
    return this.byName;
  }

  /** The longest name that begins at a place of a query. */
  at(words: readonly string[], place: number): Recognised | null {
    for (let length = Math.min(longestName, words.length - place); length > 0; length--) {
      const concepts = this.byName.get(
        words
          .slice(place, place + length)
          .map(stemOfWord)
          .join(' '),
      );
      if (concepts !== undefined) return { length, concepts };
    }
    return null;
  }

  /** Keys of all that a text names. */
  namedIn(text: string): Set<string> {
    const stems = tokensOf(text).map(({ word }) => stemOfWord(word));
    const found = new Set<string>();
    for (const [place, stem] of stems.entries())
      for (const { concept, ...name } of this.byFirstStem.get(stem) ?? [])
        if (!found.has(concept.key) && isAt(stems, place, name)) found.add(concept.key);
    return found;
  }
}

function isAt(stems: readonly string[], place: number, { stems: name, isLoose }: Omit<Name, 'concept'>): boolean {
  let last = place;
  for (const stem of name.slice(1)) {
    const next = stems.indexOf(stem, last + 1);
    if (next === -1 || next > last + reach) return false;
    if (!isLoose && stems.slice(last + 1, next).some((between) => apart.has(between))) return false;
    last = next;
  }
  return true;
}

/** Notations that a text writes out: `convenio 189` is `c189`. */
export function notationsIn(text: string): string[] {
  const words = tokensOf(text).map(({ word }) => fold(word));
  return words.flatMap((word, at) => {
    const number = Number(/^\d{1,3}$/.exec(words[at + 1] ?? '')?.[0]);
    const letter = notations.find(({ names }) => names.some((name) => fold(name) === word))?.letter;
    return letter !== undefined && number > 0 ? [`${letter}${number}`] : [];
  });
}

/** Words that a notation stands for, one list for each language: `C189` is "convenio 189" and "convention 189". */
export function writtenOut(word: string): string[][] {
  for (const { form, names } of notations) {
    const [, number] = form.exec(word) ?? [];
    if (number !== undefined) return names.map((name) => [name, number]);
  }
  return [];
}
