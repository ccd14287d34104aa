import { conceptLexeme } from '../vocabulary/named-concepts.js';
import { writtenOut, type Concept, type Vocabulary } from '../vocabulary/vocabulary.js';
import { stemOfWord } from '../words.js';

/** Part of a query that one thing in a record must answer: a word, or words that name a concept, with all that stands for them. */
export interface Slot {
  /** The words asked for, as they were written. */
  readonly words: readonly string[];
  /** What readers see marked: words, a beginning with `*`, names of several words. */
  readonly sought: readonly string[];
  /** What of a record answers it, as `slot_query` of the database reads it: `a`, `a*`, `a&b` for both anywhere, `=mark`. */
  readonly alternatives: string;
  /** Keys of the concepts that its words name, with the stems of that name. */
  readonly named: { readonly name: string; readonly concepts: readonly string[] } | null;
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
    slots.push({ ...slotOf(typed, found?.concepts ?? []), named: found && { name, concepts: found.concepts.map(({ key }) => key) } });
    place = end;
  }
  return slots;
}

function slotOf(typed: Spelled, concepts: readonly Concept[]): Omit<Slot, 'named'> {
  const marks = concepts.flatMap(({ key, mark }) => [conceptLexeme(key), ...(mark === undefined ? [] : [mark])]);
  const written = [...asTyped(typed), ...typed.flat().flatMap((word) => writtenOut(word.replace('*', '')))];
  return {
    words: typed.flat().map((word) => word.replace('*', '')),
    sought: [...written.flat(), ...concepts.flatMap(({ names }) => names)],
    alternatives: [...written.map((words) => words.join('&')), ...marks.map((mark) => `=${mark}`)].join('|'),
  };
}

/** Several spellings of one word are one or the other; of several words, the likeliest of each. */
function asTyped(typed: Spelled): string[][] {
  const [only = [], ...more] = typed;
  return more.length === 0 ? only.map((way) => [way]) : [typed.map(([first = '']) => first)];
}
