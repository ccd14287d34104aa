import type { PortalLanguage } from '@alianza/contracts/shapes';

const names: Record<PortalLanguage, Intl.DisplayNames> = {
  es: new Intl.DisplayNames('es', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** Name of an ISO 3166-1 code; the code itself where it has none. */
export const countryName = (code: string, lang: PortalLanguage): string => names[lang].of(code) ?? code;

/** Everything these countries are called. */
export const countryNames = (codes: readonly string[]): string =>
  [...new Set(codes.flatMap((code) => [countryName(code, 'es'), countryName(code, 'en')]))].join(' ');
