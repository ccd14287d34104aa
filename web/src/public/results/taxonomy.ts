import type { Level, Population, PracticeType, Sector } from '@alianza/contracts/vocabularies';

/** All values that a search knows, said again because pages import the contracts' types alone; that none is missing, the compiler sees. */
const all =
  <T extends string>() =>
  <const L extends readonly T[]>(list: L & ([T] extends [L[number]] ? L : never)): L =>
    list;

export const types = all<PracticeType>()(['good-practice', 'law-policy', 'publication', 'evaluation', 'toolkit', 'dataset']);
export const levels = all<Level>()(['international', 'national', 'subnational', 'municipal', 'community', 'workplace']);
export const populations = all<Population>()([
  'children',
  'older-persons',
  'persons-with-disabilities',
  'paid-care-workers',
  'unpaid-carers',
  'domestic-workers',
  'agricultural-workers',
  'indigenous',
  'migrants',
  'rural',
  'women',
  'parents',
  'informal-workers',
  'public-servants',
  'low-income-households',
]);
export const sectors = all<Sector>()([
  'national-government',
  'subnational-government',
  'private',
  'philanthropy',
  'international-organization',
  'civil-society',
  'grassroots-women',
  'caregivers',
  'trade-union',
  'youth',
  'academia',
]);
