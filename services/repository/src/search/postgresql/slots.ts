import { conceptLexeme } from '../vocabulary/named-concepts.js';
import { isPlace, writtenOut, type Concept, type Vocabulary } from '../vocabulary/vocabulary.js';
import { isLight as isLightWord } from '../light-words.js';
import { foldOfWord, stemOfWord } from '../words.js';

/** Part of a query that one thing in a record must answer: a word, or words that name a concept, with all that stands for them. */
export interface Slot {
  /** The words asked for, as they were written. */
  readonly words: readonly string[];
  /** What readers see marked: words, a beginning with `*`, names of several words. */
  readonly sought: readonly string[];
  /** What of a record answers it, as `slot_query` of the database reads it: `a`, `a*`, `a&b` for both anywhere, `=mark`. */
  readonly alternatives: string;
  /** The same of the very words alone, in any form of theirs; null where nothing else stands for them. */
  readonly said: string | null;
  /** Keys of the concepts that its words name, with the stems of that name. */
  readonly named: { readonly name: string; readonly concepts: readonly string[] } | null;
  /** Said in asking, about anything: records need not answer it where another word is asked for. */
  readonly isLight: boolean;
}

type Spelled = readonly (readonly string[])[];

/** For each place of a query one or more spellings; concepts are recognised by the likeliest of each. */
export function slotsOf(spelled: Spelled, vocabulary: Vocabulary, unfinished: boolean): Slot[] {
  const words = spelled.map(([first = '']) => first);
  const slots: Slot[] = [];
  for (let place = 0; place < words.length;) {
    const found = vocabulary.at(words, place);
    const end = place + (found?.length ?? 1);
    const last = words.length - 1;
    const typed = spelled.slice(place, end).map((ways, at) => (unfinished && place + at === last ? ways.map((way) => `${way}*`) : ways));
    const name = words.slice(place, end).map(stemOfWord).join(' ');
    const isLight = found === null && isLightWord(words[place] ?? '');
    slots.push({
      ...slotOf(typed, found?.concepts ?? []),
      named: found && { name, concepts: found.concepts.map(({ key }) => key) },
      isLight,
    });
    place = end;
  }
  return oneEach(slots);
}

/** Who names a concept twice, "parents" and "mothers", asks for it once. */
function oneEach(slots: readonly Slot[]): Slot[] {
  const one = new Map<string, Slot>();
  for (const [index, slot] of slots.entries()) {
    const key = slot.named?.concepts.join(' ') ?? `${String(index)}.`;
    const before = one.get(key);
    one.set(key, before ? both(before, slot) : slot);
  }
  return [...one.values()];
}

const both = (one: Slot, other: Slot): Slot => ({
  ...one,
  words: [...one.words, ...other.words],
  sought: [...one.sought, ...other.sought],
  alternatives: [...new Set([...one.alternatives.split('|'), ...other.alternatives.split('|')])].join('|'),
  said: `${one.said ?? ''}|${other.said ?? ''}`,
});

function slotOf(typed: Spelled, concepts: readonly Concept[]): Omit<Slot, 'named' | 'isLight'> {
  const marks = concepts.flatMap(({ key, mark, parts = [] }) => [conceptLexeme(key), ...(mark === undefined ? [] : [mark]), ...parts]);
  const written = [...asTyped(typed), ...typed.flat().flatMap((word) => writtenOut(word.replace('*', '')))];
  const said = typed.length === 1 && concepts.some(isPlace) ? typed.flat().map(exactly) : written.map((words) => words.join('&'));
  return {
    words: typed.flat().map((word) => word.replace('*', '')),
    sought: [...written.flat(), ...concepts.flatMap(({ names }) => names)],
    alternatives: [...said, ...marks.map((mark) => `=${mark}`)].join('|'),
    said: concepts.length === 0 ? null : said.join('|'),
  };
}

/** The name of a place has one form; by its stem Canada would be met in every English "can". */
const exactly = (word: string): string => `=${foldOfWord(word.replace('*', ''))}`;

/** Those that a record must answer: all but what is said in asking, where there is anything else. */
export function heavyOf(slots: readonly Slot[]): readonly Slot[] {
  const heavy = slots.filter(({ isLight }) => !isLight);
  return heavy.length > 0 ? heavy : slots;
}

/** Several spellings of one word are one or the other; of several words, the likeliest of each. */
function asTyped(typed: Spelled): string[][] {
  const [only = [], ...more] = typed;
  return more.length === 0 ? only.map((way) => [way]) : [typed.map(([first = '']) => first)];
}
