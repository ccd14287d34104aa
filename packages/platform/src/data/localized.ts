import type { Language, Localized } from '@alianza/contracts/shapes';

/** One text in the language asked, else in the network's, else in the one it was written in; and which it is. */
export function resolve(content: Localized, asked: Language, fallback: Language = content.original): { text: string; lang: Language } {
  const lang = [asked, fallback, content.original].find((candidate) => content[candidate] !== undefined) ?? content.original;
  return { text: content[lang] ?? '', lang };
}

type Fields<K extends string> = Record<K, Localized | null>;

/** The same for several fields, each by itself; `languages` names those that are in another language than the one asked. */
export function resolveFields<K extends string>(
  fields: Fields<K>,
  asked: Language,
): { texts: Record<K, string | null>; languages: Record<string, Language> } {
  const languages: Record<string, Language> = {};
  const entries = Object.entries<Localized | null>(fields).map(([name, content]): [string, string | null] => {
    if (content === null) return [name, null];
    const { text, lang } = resolve(content, asked);
    if (lang !== asked) languages[name] = lang;
    return [name, text];
  });
  return { texts: Object.fromEntries(entries) as Record<K, string | null>, languages };
}
