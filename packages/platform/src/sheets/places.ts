import { countryCodes } from '@alianza/contracts/membership/directory/regions';
import { plainly, type Find } from './words.js';

const reading = ['es', 'en', 'fr', 'pt'] as const;

/** Besides the names that every language has for them. */
const alsoCalled: Readonly<Record<string, string>> = {
  US: 'usa|eeuu|ee uu|estados unidos de america|united states of america',
  GB: 'uk|gran bretana|great britain|inglaterra|england',
  KR: 'corea|korea|republica de corea|republic of korea',
  CZ: 'republica checa|czech republic',
  BO: 'estado plurinacional de bolivia',
  VE: 'republica bolivariana de venezuela',
  RU: 'federacion de rusia|russian federation',
  NL: 'holanda|holland',
  CI: 'costa de marfil|ivory coast',
  DO: 'republica dominicana|dominican republic',
};

const namesIn = (type: 'region' | 'language') => reading.map((lang) => new Intl.DisplayNames(lang, { type, fallback: 'none' }));

function lookUp(
  codes: readonly string[],
  type: 'region' | 'language',
  more: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const spoken = namesIn(type);
  const known = new Map<string, string>();
  for (const code of codes) {
    const names = spoken.map((each) => each.of(code)).filter((name) => name !== undefined);
    for (const name of [code, ...names, ...(more[code] ?? '').split('|')]) {
      const plain = plainly(name);
      if (plain !== '' && !known.has(plain)) known.set(plain, code);
    }
  }
  return known;
}

const countries = lookUp(countryCodes, 'region', alsoCalled);

const languageCodes =
  'es en fr pt it de nl sv no da fi is el pl cs sk hu ro bg ru uk tr ar he fa hi bn ur zh ja ko vi th id ms sw am ca gl eu qu ay gn nah mul';
const languages = lookUp(languageCodes.split(' '), 'language', {
  mul: 'varios|varios idiomas|several|several languages',
  es: 'castellano',
  nah: 'nahuatl',
});

/** ISO 3166-1, by code or by name in any of our languages. */
export const findCountry: Find = (word) => countries.get(plainly(word)) ?? null;
/** ISO 639, likewise. */
export const findLanguage: Find = (word) => languages.get(plainly(word)) ?? null;
