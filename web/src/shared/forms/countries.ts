import { countryCodes } from '@alianza/contracts/membership/directory/regions';
import { countryName } from '../format/names.js';

interface CountryOption {
  readonly code: string;
  readonly name: string;
}

/** Every country with its name in a language, as that language sorts them. */
export function countriesIn(lang: string): readonly CountryOption[] {
  const { compare } = new Intl.Collator(lang);
  return countryCodes.map((code) => ({ code, name: countryName(lang, code) })).sort((one, other) => compare(one.name, other.name));
}

/** Countries to filter by, in the order of their names: those there are, and the one that is chosen. */
export const countryFilter = (lang: string, countries: readonly string[], chosen: string): (readonly [code: string, name: string])[] => {
  const { compare } = new Intl.Collator(lang);
  return [...new Set([...countries, ...(chosen === '' ? [] : [chosen])])]
    .map((code) => [code, countryName(lang, code)] as const)
    .sort(([, one], [, other]) => compare(one, other));
};
