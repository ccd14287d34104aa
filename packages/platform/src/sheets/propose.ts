import type { Propose } from './read-sheet.js';
import { plainly } from './words.js';

/** By the names of the fields themselves, then by what people call them, parted by `|`, without accents; the first column of a kind is taken. */
export function proposer<const Field extends string>(fields: readonly Field[], called: Readonly<Record<Field, string>>): Propose<Field> {
  const known = new Map<string, Field>(fields.map((field) => [plainly(field), field]));
  for (const field of fields) for (const name of called[field].split('|')) if (!known.has(name)) known.set(name, field);
  return (headers) => {
    const taken = new Set<Field>();
    return headers.map((header) => {
      const found = known.get(plainly(header)) ?? null;
      if (found === null || taken.has(found)) return null;
      taken.add(found);
      return found;
    });
  };
}
