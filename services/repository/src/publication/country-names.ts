import type { PortalLanguage } from '@alianza/contracts/shapes';
import { countryNameIn } from '@alianza/texts/country-names';

/** Name of an ISO 3166-1 code; the code itself where it has none. */
export const countryName = (code: string, lang: PortalLanguage): string => countryNameIn(lang, code);

/** Everything these countries are called. */
export const countryNames = (codes: readonly string[]): string =>
  [...new Set(codes.flatMap((code) => [countryName(code, 'es'), countryName(code, 'en')]))].join(' ');
