import { countryNameIn } from '@alianza/texts/country-names';
import { fold } from '../words.js';
import { regionTerms } from './terms/region-terms.js';
import type { Concept } from './vocabulary.js';

const letters = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');
/** Codes that name a region and are no country of ISO 3166-1. */
const noCountry = new Set('AC CP CQ DG EA EU EZ IC QO SU TA UK UN XA XB XK ZZ'.split(' '));
/** What else a word means, long before the country. */
const meansOtherwise = new Set(['reunion', 'jersey']);

/** What countries are called besides their names in the Unicode's data (CLDR), and who is of them. */
const countryAliases: Readonly<Record<string, string>> = {
  AF: 'afgano|afgana|afghan',
  AL: 'albanés|albanesa|albanian',
  AM: 'armenio|armenia|armenian',
  AO: 'angoleño|angoleña|angolan',
  AR: 'argentino|argentina|argentine|argentinian',
  AT: 'austriaco|austriaca|austrian',
  AU: 'australiano|australiana|australian',
  BD: 'bangladesí|bangladeshi',
  BE: 'belga|belgian',
  BF: 'burkinés|burkinabé|burkinesa|burkinabe',
  BG: 'búlgaro|bulgarian',
  BI: 'burundés|burundian',
  BJ: 'beninés|beninese',
  BO: 'estado plurinacional de bolivia|boliviano|boliviana|bolivian',
  BR: 'brasileño|brasileña|brasil|brazilian',
  BW: 'botsuano|batswana',
  BZ: 'beliceño|beliceña|belizean',
  CA: 'canadiense|canadian',
  CD: 'congoleño|congolese|república democrática del congo',
  CF: 'centroafricano',
  CH: 'suizo|suiza|swiss',
  CI: 'costa de marfil|marfileño|ivory coast|ivorian',
  CL: 'chileno|chilena|chilean',
  CM: 'camerunés|cameroonian',
  CN: 'chino|china|chinese',
  CO: 'colombiano|colombiana|colombian',
  CR: 'costarricense|tico|costa rican',
  CU: 'cubano|cubana|cuban',
  CV: 'cabo verde|caboverdiano|caboverdiana|caboverdiense|cape verde|cape verdean',
  CY: 'chipriota|cypriot',
  CZ: 'república checa|checo|checa|czech republic|czech',
  DE: 'alemán|alemana|alemanes|german',
  DK: 'danesa|danish',
  DO: 'república dominicana|dominicano|dominicana|dominican',
  DZ: 'argelino|argelina|algerian',
  EC: 'ecuatoriano|ecuatoriana|ecuadorian',
  EE: 'estonio|estonia|estonian',
  EG: 'egipcio|egipcia|egyptian',
  ES: 'español|española|españoles|spanish|spaniards',
  ET: 'etíope|ethiopian',
  FI: 'finlandés|finlandesa|finnish',
  FJ: 'fiyiano|fijian',
  FR: 'francés|francesa|franceses|french',
  GB: 'reino unido|gran bretaña|inglaterra|escocia|gales|irlanda del norte|united kingdom|great britain|england|scotland|wales|británico|británica|inglés|inglesa|british|uk|northern ireland',
  GE: 'georgiano|georgian',
  GH: 'ghanés|ghanesa|ghanaian',
  GM: 'gambiano|gambian',
  GN: 'guineano|guinean',
  GR: 'griego|griega|greek',
  GT: 'guatemalteco|guatemalteca|guatemalan',
  GY: 'guyanés|guyanese',
  HN: 'hondureño|hondureña|honduran',
  HR: 'croata|croatian',
  HT: 'haitiano|haitiana|haitian',
  HU: 'húngaro|húngara|hungarian',
  ID: 'indonesio|indonesia|indonesian',
  IE: 'irlandés|irlandesa|irish',
  IL: 'israelí|israeli',
  IN: 'indio de la india|hindú|indian',
  IQ: 'iraquí|iraqi',
  IR: 'iraní|iranian',
  IS: 'islandesa|islandeses|icelandic',
  IT: 'italiano|italiana|italian',
  JM: 'jamaicano|jamaicana|jamaican',
  JO: 'jordano|jordanian',
  JP: 'japonés|japonesa|japoneses|nipón|japanese',
  KE: 'kenya|keniano|keniana|keniata|kenyan',
  KH: 'camboyano|cambodian',
  KR: 'corea|república de corea|surcoreano|coreano|coreana|korea|republic of korea|south korean|korean',
  KZ: 'kazajo|kazakh',
  LA: 'laosiano|laotian',
  LB: 'libanés|lebanese',
  LK: 'ceilán|cingalés|sri lankan',
  LR: 'liberiano|liberian',
  LT: 'lituano|lithuanian',
  LU: 'luxemburgués|luxembourgish',
  MA: 'marroquí|moroccan',
  MG: 'malgache|malagasy',
  ML: 'maliense|malian',
  MM: 'birmania|birmano|burma|burmese',
  MN: 'mongol|mongolian',
  MT: 'maltés|maltese',
  MW: 'malauí|malawian',
  MX: 'méjico|mexicano|mexicana|mexicanos|mexicanas|mexican|mexicans',
  MY: 'malasio|malaysian',
  MZ: 'mozambiqueño|mozambican',
  NA: 'namibio|namibian',
  NE: 'nigerino',
  NG: 'nigeriano|nigerian',
  NI: 'nicaragüense|nica|nicaraguan',
  NL: 'holanda|holandés|holandesa|neerlandés|neerlandesa|holland|dutch',
  NO: 'noruego|noruega|norwegian',
  NP: 'nepalí|nepalés|nepalese|nepali',
  NZ: 'neozelandés|new zealander',
  PA: 'panameño|panameña|panamanian',
  PE: 'peruano|peruana|peruvian',
  PH: 'filipino|filipina|filipinas',
  PK: 'pakistaní|paquistaní|pakistani',
  PL: 'polaco|polaca|polish',
  PR: 'puertorriqueño|boricua|puerto rican',
  PS: 'palestino|palestina|palestine|palestinian',
  PT: 'portugués|portuguesa|portugueses|portuguese',
  PY: 'paraguayo|paraguaya|paraguayan',
  RO: 'rumano|rumana|romanian',
  RS: 'serbio|serbian',
  RU: 'federación de rusia|ruso|rusa|russian federation|russian',
  RW: 'rwanda|ruandés|ruandesa|rwandan',
  SA: 'saudí|saudita|saudi',
  SD: 'sudanés|sudanese',
  SE: 'sueco|sueca|swedish',
  SG: 'singapurense|singaporean',
  SI: 'esloveno|slovenian',
  SK: 'eslovaco|slovak',
  SL: 'sierraleonés|sierra leonean',
  SN: 'senegalés|senegalesa|senegalese',
  SO: 'somalí|somali',
  SV: 'salvadoreño|salvadoreña|salvadoran',
  SY: 'sirio|syrian',
  TD: 'chadiano|chadian',
  TG: 'togolés|togolese',
  TH: 'tailandés|thai',
  TN: 'tunecino|tunisian',
  TR: 'turquía|turco|turca|turkey|turkish',
  TW: 'taiwanés|taiwanese',
  TZ: 'tanzano|tanzana|tanzanian',
  UA: 'ucraniano|ucraniana|ukrainian',
  UG: 'ugandés|ugandesa|ugandan',
  US: 'estados unidos|estados unidos de américa|eeuu|ee uu|usa|united states|united states of america|estadounidense|estadounidenses|norteamericano',
  UY: 'uruguayo|uruguaya|uruguayan',
  UZ: 'uzbeko|uzbek',
  VE: 'república bolivariana de venezuela|venezolano|venezolana|venezuelan',
  VN: 'vietnamita|vietnamese|viet nam',
  ZA: 'sudafricano|sudafricana|surafricano|south african',
  ZM: 'zambiano|zambian',
  ZW: 'zimbabuense|zimbabwean',
};

/** Cities that are said in several ways. */
const cities: readonly string[] = [
  'ciudad de méxico|cdmx|distrito federal|mexico city|capital mexicana',
  'ciudad autónoma de buenos aires|caba',
  'nueva york|new york|nyc|bronx|the bronx',
  'la habana|havana',
  'washington dc|washington|washington d c',
  'ciudad del cabo|cape town',
  'nueva delhi|new delhi',
  'londres|london',
  'ginebra|geneva|genève',
  'bruselas|brussels',
  'tokio|tokyo',
  'acra|accra',
  'bogotá|bogota d c|bogotano|bogotana',
  'barcelona|barcelonés|barcelonesa',
  'nairobi|nairobi city',
  'santiago de chile|santiago',
  'ciudad de panamá|panama city',
  'río de janeiro|rio de janeiro',
  'são paulo|sao paulo',
  'pekín|beijing',
  'bombay|mumbai',
  'varsovia|warsaw',
  'viena|vienna',
  'lisboa|lisbon',
  'copenhague|copenhagen',
  'estocolmo|stockholm',
  'reikiavik|reykjavik',
  'ámsterdam|amsterdam',
  'parís|paris',
  'roma|rome',
  'el cairo|cairo',
  'seúl|seoul',
  'manila|metro manila',
];

const isCountry = (code: string) =>
  !noCountry.has(code) && new Intl.Locale(`und-${code}`).region === code && countryNameIn('en', code) !== code;
const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);

/** Every country of ISO 3166-1 by its names in Spanish and English: records are marked with its code. Cities, and parts of the world with the countries in them. */
export function placeConcepts(): Concept[] {
  const countries = codes.map((code) => {
    const called = [countryNameIn('es', code), countryNameIn('en', code), ...(countryAliases[code]?.split('|') ?? [])];
    return { key: `country=${code}`, mark: `country=${code}`, names: called.filter((name) => !meansOtherwise.has(fold(name))) };
  });
  const towns = cities.map((list) => {
    const names = list.split('|');
    return { key: `city=${names[0]?.replaceAll(' ', '-') ?? ''}`, names };
  });
  return [...countries.filter(({ names }) => names.length > 0), ...towns, ...regions];
}

/** Records of any of its countries are of a region. */
const regions = regionTerms.map(([list, within]) => {
  const names = list.split('|');
  const key = `region=${fold(names[0] ?? '').replaceAll(' ', '-')}`;
  return { key, names, parts: within.split(' ').map((code) => `country=${code}`) };
});

/** Keys of the regions in which a record is that is marked so. */
export const regionsOf = (marks: readonly string[]): string[] =>
  regions.flatMap(({ key, parts }) => (parts.some((part) => marks.includes(part)) ? [key] : []));
