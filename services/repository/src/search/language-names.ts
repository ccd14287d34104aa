import type { PortalLanguage } from '@alianza/contracts/shapes';
import { languageNameIn } from '@alianza/texts/language-names';

/** Name of an ISO 639 code, as a label begins; the code itself where it has none. */
export function languageName(code: string, lang: PortalLanguage): string {
  const name = languageNameIn(lang, code);
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
