import type { TextPart } from '@alianza/contracts/repository/publication/differences';

/** Cells of a table beyond which two texts are told as one taken away and one put in. */
const mostCells = 2_250_000;

/** Each with the space that follows it. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];
const alike = (one: string | undefined, other: string | undefined): boolean => one?.trim() === other?.trim();

/** How many words two lists begin with in common. */
function common(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && alike(one[count], other[count])) count++;
  return count;
}

/** Length of the longest run of words that `before` from i and `after` from j share in order, for every i and j. */
function sharedFrom(before: readonly string[], after: readonly string[]): Uint16Array {
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      table[i * width + j] = alike(before[i], after[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return table;
}

function* between(before: readonly string[], after: readonly string[]): Generator<TextPart> {
  if ((before.length + 1) * (after.length + 1) > mostCells) {
    yield { kind: 'removed', text: before.join('') };
    yield { kind: 'added', text: after.join('') };
    return;
  }
  const table = sharedFrom(before, after);
  const at = (i: number, j: number) => table[i * (after.length + 1) + j] ?? 0;
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && fresh !== undefined && alike(old, fresh)) {
      yield { kind: 'same', text: fresh };
      i++;
      j++;
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      yield { kind: 'removed', text: old };
      i++;
    } else if (fresh !== undefined) {
      yield { kind: 'added', text: fresh };
      j++;
    }
  }
}

/** Neighbours of one kind become one part. */
function joined(parts: Iterable<TextPart>): TextPart[] {
  const rows: TextPart[] = [];
  for (const { kind, text } of parts) {
    const last = rows.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else rows.push({ kind, text });
  }
  return rows;
}

/** Two texts as one row of words that stayed, went and came; spaces alone change nothing. */
export function wordsChanged(before: string, after: string): TextPart[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const head = common(old, fresh);
  const tail = common(old.slice(head).reverse(), fresh.slice(head).reverse());
  const middle = between(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
  return joined([
    { kind: 'same', text: fresh.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: fresh.slice(fresh.length - tail).join('') },
  ]);
}
