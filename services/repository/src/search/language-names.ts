import type { PortalLanguage } from '@alianza/contracts/shapes';

const names: Record<PortalLanguage, Intl.DisplayNames> = {
  es: new Intl.DisplayNames('es', { type: 'language' }),
  en: new Intl.DisplayNames('en', { type: 'language' }),
};

/** Name of an ISO 639 code, as a label begins; the code itself where it has none. */
export function languageName(code: string, lang: PortalLanguage): string {
  const name = names[lang].of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
