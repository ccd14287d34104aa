import { countryName } from '../format/names.js';

/** ISO 3166-1 alpha-2, all 249. */
const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
  'DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT ' +
  'JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ ' +
  'NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ ' +
  'TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

export interface CountryOption {
  readonly code: string;
  readonly name: string;
}

/** Every country with its name in a language, as that language sorts them. */
export function countriesIn(lang: string): readonly CountryOption[] {
  const { compare } = new Intl.Collator(lang);
  return codes
    .split(' ')
    .map((code) => ({ code, name: countryName(lang, code) }))
    .sort((one, other) => compare(one.name, other.name));
}

/** Countries to filter by, in the order of their names: those there are, and the one that is chosen. */
export const countryFilter = (lang: string, countries: readonly string[], chosen: string): (readonly [code: string, name: string])[] => {
  const { compare } = new Intl.Collator(lang);
  return [...new Set([...countries, ...(chosen === '' ? [] : [chosen])])]
    .map((code) => [code, countryName(lang, code)] as const)
    .sort(([, one], [, other]) => compare(one, other));
};
