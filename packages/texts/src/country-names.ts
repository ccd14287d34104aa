/** Names that the Unicode's (CLDR) have otherwise than the language itself (for Spanish: RAE), by ISO 3166-1 code. */
const names: Readonly<Record<string, Readonly<Partial<Record<string, string>>>>> = {
  CI: { es: 'Costa de Marfil' },
};

const kept = new Map<string, Intl.DisplayNames>();

/** What a country is called in a language; its code where nobody says. */
export function countryNameIn(lang: string, code: string): string {
  const own = names[code]?.[lang];
  if (own !== undefined) return own;
  const known = kept.get(lang) ?? new Intl.DisplayNames(lang, { type: 'region', fallback: 'code' });
  kept.set(lang, known);
  return known.of(code) ?? code;
}
