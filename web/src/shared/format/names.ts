import type { Text } from '@alianza/texts/text';
import { countryNameIn } from '@alianza/texts/country-names';
import { languageNameIn } from '@alianza/texts/language-names';

/** ISO 3166-1 alpha-2 → the country's name in a language of the portal. */
export const countryName = (lang: string, code: string): string => countryNameIn(lang, code);

/** ISO 639 → the language's name, in small letters in Spanish as it is written there. */
export const languageName = (lang: string, code: string): string => languageNameIn(lang, code);

/** `5.4` → the target, and its goal by name. */
export function sdgTargetName(text: Text, code: string): string {
  return text('practice.sdgTarget', { name: text(`taxonomy.sdg.${goalOf(code)}`), code });
}

export const goalOf = (code: string): string => code.split('.')[0] ?? code;
