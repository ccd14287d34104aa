const marks = /\p{M}/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Lower case without accents. */
export const fold = (text: string): string => text.normalize('NFD').replaceAll(marks, '').toLowerCase();

export interface Token {
  readonly word: string;
  /** In UTF-16 units of the text, end excluded. */
  readonly start: number;
  readonly end: number;
}

export const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(word), ({ 0: found, index }) => ({ word: found, start: index, end: index + found.length }));

/** Of a link; as `apart` of the database has it. */
const address = /https?:\/\/[^\]\s)>]*/gi;

/** Nobody looks for words of an address; a host as people write it, "inmujeres.gob.mx", stays. */
export const withoutAddresses = (text: string): string => (text.includes('://') ? text.replaceAll(address, ' ') : text);

/** The same words as `tokensOf`, without where they stand, and without addresses. */
export const wordsOf = (text: string): readonly string[] => withoutAddresses(text).match(word) ?? [];

/** Words without a meaning of their own, in Spanish and English, folded. */
const empty = new Set(
  (
    'a al algo algun alguna algunas algunos alli ante aqui asi aun aunque cada como con contra cual cuales cuando cuanta cuantas cuanto cuantos de del desde ' +
    'donde dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estan estar estas este esto estos fue fueron ha han hasta hay ' +
    'he la las le les lo los mas me mi mis muy nada ni nos nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por porque ' +
    'pueda puede pueden puedo que quien quienes se ser si sobre son su sus tal tambien tan tiene tienen toda todas todo todos tu tus u un una unas ' +
    'uno unos y ya yo ' +
    'about all also an and any are as at be been being but by can could did do does each for from get had has have how i if in into is it its many may me ' +
    'might more most much my not of on or other our out should so some such than that the their them then there these they this those through to up us ' +
    'was we were what when where which who whom whose why will with would you your'
  ).split(' '),
);

/** Accents alone are a word to nobody: without them nothing is left to look for. */
const meaningless = (folded: string): boolean => folded === '' || empty.has(folded);

/** "Women's" and "workers'" are women and workers. */
const possessive = /(?<=\p{L})['’]s(?!\p{L})/gu;
const mostWords = 10;
const longestWord = 40;

/** The words of a query that mean something, as they were written. */
export function queryWords(query: string): string[] {
  const words: string[] = [];
  for (const [found] of query.toLowerCase().replaceAll(possessive, '').matchAll(word)) {
    const written = found.slice(0, longestWord);
    if (!meaningless(foldOfWord(written))) words.push(written);
    if (words.length === mostWords) break;
  }
  return words;
}

/** Whether a query ends within a word: it may still be being typed. */
export const endsWithinWord = (query: string): boolean => /[\p{L}\p{N}]$/u.test(query);

/**
 * A folded word without number and gender: near enough to the index's stemmers to show why something was found. `y` becomes `i`, as in its plural
 * ("family", "families", "familia"). A word of four letters keeps its gender: "casa" is not "caso".
 */
export function stemOf(folded: string): string {
  const singular = folded.length > 3 ? folded.replace(/s$/, '') : folded;
  if (singular.length <= 3) return singular;
  return singular.length === 4 ? singular.replace(/e$/, '') : singular.replace(/[aeo]$/, '').replace(/(?<=[^aeiou])y$/, 'i');
}

const mostKept = 50_000;

/** The same words come again and again: what was made of one is kept. */
function keeping(make: (word: string) => string): (word: string) => string {
  const made = new Map<string, string>();
  return (word) => {
    const kept = made.get(word);
    if (kept !== undefined) return kept;
    if (made.size >= mostKept) made.clear();
    const one = make(word);
    made.set(word, one);
    return one;
  };
}

export const foldOfWord = keeping(fold);

/** The stem of a word as it is written. */
export const stemOfWord = keeping((word) => stemOf(foldOfWord(word)));
