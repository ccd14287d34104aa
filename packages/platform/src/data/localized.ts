import type { Language, Localized } from '@alianza/contracts/shapes';

/** Who reads: the language asked for, and the network's own for what is not in it. A call is one. */
export interface Reader {
  readonly lang: Language;
  readonly fallback: Language;
}

/** One text in the language asked, else in the network's, else in the one it was written in; and which it is. */
export function resolve(content: Localized, reader: Reader): { text: string; lang: Language } {
  const lang = [reader.lang, reader.fallback].find((candidate) => content[candidate] !== undefined) ?? content.original;
  return { text: content[lang] ?? '', lang };
}

/** The text in the language in which it was written first. */
export const originalOf = (content: Localized): string => content[content.original] ?? '';

type Fields<K extends string> = Record<K, Localized | null>;

/** The same for several fields, each by itself; `languages` names those that are in another language than the one asked. */
export function resolveFields<K extends string>(
  fields: Fields<K>,
  reader: Reader,
): { texts: Record<K, string | null>; languages: Record<string, Language> } {
  const languages: Record<string, Language> = {};
  const entries = Object.entries<Localized | null>(fields).map(([name, content]): [string, string | null] => {
    if (content === null) return [name, null];
    const { text, lang } = resolve(content, reader);
    if (lang !== reader.lang) languages[name] = lang;
    return [name, text];
  });
  return { texts: Object.fromEntries(entries) as Record<K, string | null>, languages };
}
