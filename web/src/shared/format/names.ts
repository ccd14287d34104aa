const kept = new Map<string, Intl.DisplayNames>();

function namesOf(lang: string, type: 'region' | 'language'): Intl.DisplayNames {
  const key = `${lang} ${type}`;
  const names = kept.get(key) ?? new Intl.DisplayNames(lang, { type, fallback: 'code' });
  kept.set(key, names);
  return names;
}

/** ISO 3166-1 alpha-2 → the country's name in a language of the portal. */
export const countryName = (lang: string, code: string): string => namesOf(lang, 'region').of(code) ?? code;

/** ISO 639 → the language's name, in small letters in Spanish as it is written there. */
export const languageName = (lang: string, code: string): string => namesOf(lang, 'language').of(code) ?? code;
