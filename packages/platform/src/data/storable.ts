/** Whether PostgreSQL can keep it: neither NUL nor half of a character, which text and jsonb refuse. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/**
 * Path to the first text that could not be kept, or to what has it as a name; null where there is none. Neither is a name kept that would
 * replace the prototype of whatever it is copied to.
 */
export function firstUnstorable(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === 'string') return isStorable(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  if (!Object.keys(value).every(isStorable)) return path;
  for (const [name, inner] of Object.entries(value)) {
    if (name === '__proto__') return [...path, name];
    const found = firstUnstorable(inner, [...path, name]);
    if (found) return found;
  }
  return null;
}
