export type Range = readonly [start: number, end: number];

/** Ranges in order and inside the text, so that a wrong one can never show anything twice. */
function pieces(text: string, ranges: readonly Range[]): { readonly at: number; readonly words: string; readonly found: boolean }[] {
  const made = [];
  let reached = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, reached);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > reached) made.push({ at: reached, words: text.slice(reached, from), found: false });
    made.push({ at: from, words: text.slice(from, to), found: true });
    reached = to;
  }
  if (reached < text.length) made.push({ at: reached, words: text.slice(reached), found: false });
  return made;
}

/** A text with the words that were found in it. */
export function Highlighted({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  return pieces(text, ranges).map(({ at, words, found }) => (found ? <mark key={at}>{words}</mark> : words));
}
