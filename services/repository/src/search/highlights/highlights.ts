import type { Highlight } from '@alianza/contracts/repository/search';
import { plainOf } from './plain-words.js';
import { reach } from '../vocabulary/vocabulary.js';
import { fold, foldOfWord, queryWords, stemOf, stemOfWord, tokensOf, type Token } from '../words.js';

type Range = [number, number];
/** One thing that is sought: a word, a `beginning*`, a name of several words. */
interface Sought {
  readonly stems: readonly string[];
  readonly beginning: string | null;
}

function soughtOf(written: string): Sought {
  const words = queryWords(written).map(fold);
  const [first = ''] = words;
  return { stems: words.map(stemOf), beginning: written.endsWith('*') && first.length > 1 ? first : null };
}

/** Finds where in a text stands what is sought. Made once for a search, used for every text. */
export class Marker {
  private readonly byFirstStem = new Map<string, Sought[]>();
  /** Of a word that begins with another letter nothing more is asked. */
  private readonly initials: ReadonlySet<string>;
  private readonly beginnings: readonly Sought[];

  private constructor(private readonly all: readonly Sought[]) {
    for (const one of all) {
      const [first = ''] = one.stems;
      this.byFirstStem.set(first, [...(this.byFirstStem.get(first) ?? []), one]);
    }
    this.beginnings = all.filter(({ beginning }) => beginning !== null);
    this.initials = new Set(['', ...[...this.byFirstStem.keys()].map((stem) => stem.charAt(0))]);
  }

  static of(written: readonly string[]): Marker {
    return new Marker(written.map(soughtOf).filter(({ stems }) => stems.length > 0));
  }

  get isIdle(): boolean {
    return this.all.length === 0;
  }

  /** Start and end in UTF-16 units of the text, end excluded; in order, none within another. */
  rangesIn(text: string): Range[] {
    return joined(this.places(tokensOf(text)).map(({ range }) => range));
  }

  /** For what none of these texts has. */
  without(texts: readonly string[]): Marker {
    const found = new Set(texts.flatMap((text) => this.places(tokensOf(text)).map(({ sought }) => sought)));
    return new Marker(this.all.filter((one) => !found.has(one)));
  }

  private places(tokens: readonly Token[]): { sought: Sought; range: Range }[] {
    const found: { sought: Sought; range: Range }[] = [];
    for (const [index, token] of tokens.entries()) {
      if (!this.initials.has(foldOfWord(token.word.charAt(0)))) continue;
      for (const sought of this.beginnings)
        if (sought.beginning !== null && foldOfWord(token.word).startsWith(sought.beginning))
          found.push({ sought, range: [token.start, token.end] });
      for (const sought of this.byFirstStem.get(stemOfWord(token.word)) ?? []) {
        const end = endOf(sought, tokens, index);
        if (end !== null) found.push({ sought, range: [token.start, end] });
      }
    }
    return found;
  }
}

/** Where a name ends that begins at a token; null where it does not go on. */
function endOf({ stems: [, ...more] }: Sought, tokens: readonly Token[], index: number): number | null {
  let last = index;
  for (const stem of more) {
    const next = tokens.slice(last + 1, last + reach + 1).findIndex(({ word }) => stemOfWord(word) === stem);
    if (next === -1) return null;
    last += next + 1;
  }
  return tokens[last]?.end ?? null;
}

function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

export type Shown = Readonly<Partial<Record<Highlight['field'], string | null>>>;

const mostBeside = 2;
const before = 60;
const passage = 220;

/** Why something was found: in title and summary whole; of what is not said there a passage of at most two other fields. */
export function highlightsOf(head: Shown, rest: Shown, marker: Marker): Highlight[] {
  if (marker.isIdle) return [];
  const inHead = markedIn(head, marker);
  if (Object.keys(rest).length === 0) return inHead;
  const elsewhere = marker.without(Object.values(head).map((text) => text ?? ''));
  return [...inHead, ...markedIn(rest, elsewhere, mostBeside).map(cut)];
}

/** Not CommonMark. */
const asWritten: ReadonlySet<Highlight['field']> = new Set<Highlight['field']>(['title', 'summary', 'place', 'organizations']);

/** The first fields that are marked anywhere, so many at most: the rest is not looked through. */
function markedIn(fields: Shown, marker: Marker, most = Number.POSITIVE_INFINITY): Highlight[] {
  const marked: Highlight[] = [];
  for (const [field, written] of Object.entries(fields) as [Highlight['field'], string | null][]) {
    if (marked.length >= most || marker.isIdle) break;
    const text = asWritten.has(field) ? (written ?? '') : plainOf(written ?? '');
    const ranges = marker.rangesIn(text);
    if (ranges.length > 0) marked.push({ field, text, ranges });
  }
  return marked;
}

/** Around the first place, from the beginning of a word on. */
function cut({ field, text, ranges }: Highlight): Highlight {
  const first = ranges[0]?.[0] ?? 0;
  const near = Math.max(0, first - before);
  const start = near === 0 ? 0 : Math.min(text.indexOf(' ', near) + 1 || first, first);
  const last = start + passage;
  const end = text.length <= last ? text.length : Math.max(text.lastIndexOf(' ', last), ranges[0]?.[1] ?? 0);
  const within = ranges.filter(([, to]) => to <= end).map(([from, to]): Range => [from - start, to - start]);
  const sides = { before: start > 0, after: end < text.length };
  return { field, text: text.slice(start, end), ranges: within, ...((sides.before || sides.after) && { cut: sides }) };
}
