// Plain lists, without schemas: the portal's public pages load them.

/** Parts of the world by which a network counts its members and shares out seats; `global` is for who works everywhere. */
export const regions = [
  'latin-america-caribbean',
  'north-america',
  'europe-central-asia',
  'africa',
  'arab-states',
  'asia-pacific',
  'global',
] as const;
export type RegionCode = (typeof regions)[number];

/** ISO 3166-1 codes by region, after the groups in which the United Nations work; uninhabited territories are in none. */
const countries: Readonly<Record<Exclude<RegionCode, 'global'>, string>> = {
  'latin-america-caribbean':
    'AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
  'north-america': 'BM CA GL PM UM US',
  'europe-central-asia':
    'AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IL IM IS IT JE KG KZ LI LT LU LV MC MD ME MK MT ' +
    'NL NO PL PT RO RS RU SE SI SJ SK SM TJ TM TR UA UZ VA',
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW SC SH SL SN SO SS ST SZ ' +
    'TD TG TZ UG YT ZA ZM ZW',
  'arab-states': 'AE BH DZ EG EH IQ JO KW LB LY MA OM PS QA SA SD SY TN YE',
  'asia-pacific':
    'AF AS AU BD BN BT CC CK CN CX FJ FM GU HK HM ID IN IR JP KH KI KP KR LA LK MH MM MN MO MP MV MY NC NF NP NR NU NZ PF PG PH PK PN PW ' +
    'SB SG TH TK TL TO TV TW VN VU WF WS',
};

const listed: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(countries).map(([region, codes]) => [region, codes.split(' ')]),
);
const byCountry = new Map([...listed].flatMap(([region, codes]) => codes.map((code) => [code, region as RegionCode] as const)));

/** All of ISO 3166-1, those in no region too. */
export const countryCodes: readonly string[] = [...byCountry.keys(), 'AQ', 'BV', 'GS', 'TF'].sort();

/** Where a country lies; null for a territory that is in no region. */
export const regionOfCountry = (country: string): RegionCode | null => byCountry.get(country) ?? null;

export const countriesOfRegion = (region: RegionCode): readonly string[] => listed.get(region) ?? [];

/** What an organisation says of itself, else where its country lies. */
export const regionOf = ({ region, country }: { readonly region: RegionCode | null; readonly country: string | null }): RegionCode | null =>
  region ?? (country === null ? null : regionOfCountry(country));
