import type { Text } from './text.js';

/** Keys of schemes whose concepts each network edits: `taxonomy.population.children`. */
const edited = /^taxonomy\.(?:fiveR|population|sector|level|priorityArea)\.(?<concept>[a-z0-9-]+)$/;

/** The key of a concept's label, also of one that only its network has. */
export const conceptKey = (scheme: string, id: string): string => `taxonomy.${scheme}.${id}`;

interface Named {
  readonly scheme: string;
  readonly id: string;
  readonly label: string;
}

/**
 * The texts of a language, with what a network calls its concepts in the place of what the product does. A concept that nobody names is shown by
 * its identifier, in words: a record never fails to be read because of it.
 */
export function networkText(text: Text, concepts: readonly Named[]): Text {
  const labels = new Map(concepts.map(({ scheme, id, label }) => [conceptKey(scheme, id), label]));
  const unnamed = (key: string) =>
    !key.startsWith('taxonomy.') || text.has(key) ? undefined : edited.exec(key)?.groups?.concept?.replaceAll('-', ' ');
  const said: (...asked: Parameters<Text>) => string = (key, params) => labels.get(key) ?? unnamed(key) ?? text(key, params);
  return Object.assign(said, { lang: text.lang, has: (key: string) => labels.has(key) || text.has(key) });
}
