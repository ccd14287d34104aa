const marks = /\p{M}/gu;

/** Words of a heading or a cell in lower case without accents, whatever stands between them. */
export const plainly = (text: string): string =>
  (
    text
      .normalize('NFD')
      .replaceAll(marks, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join(' ');

/** What a word of a sheet stands for; null where nobody knows. */
export type Find = (word: string) => string | null;

/** By what each thing is called; where two are called the same, the first is meant. */
export function finder(names: Iterable<readonly [name: string, id: string]>): Find {
  const known = new Map<string, string>();
  for (const [name, id] of names) {
    const plain = plainly(name);
    if (plain !== '' && !known.has(plain)) known.set(plain, id);
  }
  return (word) => known.get(plainly(word)) ?? null;
}
