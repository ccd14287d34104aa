import { fold, queryWords, stemOfWord, tokensOf } from '../words.js';

/** One thing and everything it is called; each of its names stands for every other, within a language and across. */
export interface Concept {
  /** What it is known by in the index. */
  readonly key: string;
  /** How records are marked with it, as in `population=older-persons`; none where it is in no taxonomy. */
  readonly mark?: string;
  /** Marks of what lies within it: records of a country are of its continent. */
  readonly parts?: readonly string[];
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
  readonly isPlace: boolean;
  readonly concept: Concept;
}

/** Names that begin with one word: those that end with it, and those that go on, by the next. Places come first. */
interface Begun {
  readonly alone: Name[];
  readonly followed: Map<string, Name[]>;
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
  private readonly byFirstStem = new Map<string, Begun>();
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
    const isLoose = tokensOf(name).some(({ word }) => apart.has(fold(word)));
    if (named.includes(concept) && !isLoose) return;
    this.byName.set(key, [...new Set([...named, concept])]);
    this.begin(first, { stems, isLoose, isPlace: isPlace(concept), concept });
  }

  private begin(first: string, name: Name): void {
    const begun = this.byFirstStem.get(first) ?? { alone: [], followed: new Map<string, Name[]>() };
    this.byFirstStem.set(first, begun);
    const [, second] = name.stems;
    const names = second === undefined ? begun.alone : (begun.followed.get(second) ?? []);
    if (second !== undefined) begun.followed.set(second, names);
    if (name.isPlace) names.unshift(name);
    else names.push(name);
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

  /** Keys of all that a text names, by its words. Words of a place name nothing else: there is no cost in "Costa Rica". */
  namedIn(words: readonly string[]): Set<string> {
    const stems = words.map(stemOfWord);
    const found = new Set<string>();
    let taken = 0;
    const find = (name: Name, place: number, end: number | null): void => {
      if (end === null || (!name.isPlace && place < taken)) return;
      found.add(name.concept.key);
      if (name.isPlace && end - place === name.stems.length) taken = Math.max(taken, end);
    };
    for (let place = 0; place < stems.length; place++) {
      const begun = this.byFirstStem.get(stems[place] ?? '');
      if (begun === undefined) continue;
      for (let next = place + 1; next <= place + reach && begun.followed.size > 0; next++)
        for (const name of begun.followed.get(stems[next] ?? '') ?? none) find(name, place, endOf(stems, { place, next }, name));
      for (const name of begun.alone) find(name, place, place + 1);
    }
    return found;
  }
}

const none: readonly Name[] = [];
export const isPlace = ({ key }: Concept): boolean => /^(?:country|city|region)=/.test(key);

/** Behind the last word of a name whose first two stand there; null where it does not go on. */
function endOf(stems: readonly string[], { place, next }: { place: number; next: number }, { stems: name, isLoose }: Name): number | null {
  if (!isLoose && isHeldApart(stems, place, next)) return null;
  let last = next;
  for (let at = 2; at < name.length; at++) {
    const more = nextOf(stems, name[at], last);
    if (more === null || (!isLoose && isHeldApart(stems, last, more))) return null;
    last = more;
  }
  return last + 1;
}

function nextOf(stems: readonly string[], sought: string | undefined, last: number): number | null {
  for (let next = last + 1; next <= last + reach; next++) if (stems[next] === sought) return next;
  return null;
}

function isHeldApart(stems: readonly string[], last: number, next: number): boolean {
  for (let between = last + 1; between < next; between++) if (apart.has(stems[between] ?? '')) return true;
  return false;
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
