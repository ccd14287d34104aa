import { z } from 'zod';

/** Closed enumerations that several services share. Their labels are in the texts under `taxonomy`. */
export const sectors = [
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
] as const;
export const Sector = z.enum(sectors);
export type Sector = z.infer<typeof Sector>;

/** ILO's framework of decent care work: recognise, reduce, redistribute, reward, represent. */
export const fiveRs = ['recognize', 'reduce', 'redistribute', 'reward', 'represent'] as const;
export const FiveR = z.enum(fiveRs);
export type FiveR = z.infer<typeof FiveR>;

export const practiceTypes = ['good-practice', 'publication', 'evaluation', 'toolkit', 'dataset', 'law-policy'] as const;
export const PracticeType = z.enum(practiceTypes);
export type PracticeType = z.infer<typeof PracticeType>;

export const levels = ['international', 'national', 'subnational', 'municipal', 'community', 'workplace'] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

export const populations = [
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
] as const;
export const Population = z.enum(populations);
export type Population = z.infer<typeof Population>;

/** Four steps of evidence; null where nobody has assessed it. */
export const evidenceLevels = ['testimony', 'own-data', 'external-evaluation', 'controlled-trial'] as const;
export const Evidence = z.enum(evidenceLevels);
export type Evidence = z.infer<typeof Evidence>;

/** What a column of the open data holds: a list stands in one cell, its items with ` | ` between them. */
export type ColumnKind = 'text' | 'code' | 'list' | 'number' | 'date';
const translated = ['title', 'summary', 'context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] as const;
type Translated<Field extends string, Lang extends string> = `${Field}_${Lang}`;
const inEach = <const Field extends string, const Lang extends string>(field: Field, langs: readonly Lang[]) =>
  langs.map((lang): readonly [Translated<Field, Lang>, 'text'] => [`${field}_${lang}`, 'text']);

/** Columns of the open data, in their order; what each means is in the texts under `openData.column`. */
export const practiceColumns = [
  ['id', 'code'],
  ['url', 'text'],
  ['type', 'code'],
  ['original_language', 'code'],
  ...translated.flatMap((field) => inEach(field, ['es', 'en', 'fr', 'pt'])),
  ['countries', 'list'],
  ['place', 'text'],
  ['level', 'code'],
  ['sector', 'code'],
  ['organizations', 'list'],
  ['five_rs', 'list'],
  ['populations', 'list'],
  ['sdg_targets', 'list'],
  ['start_year', 'number'],
  ['end_year', 'number'],
  ['source_languages', 'list'],
  ['evidence', 'code'],
  ['sources', 'list'],
  ['owner', 'text'],
  ['licence', 'code'],
  ['published_at', 'date'],
  ['changed_at', 'date'],
  ['version', 'number'],
] as const satisfies readonly (readonly [string, ColumnKind])[];
export const organizationColumns = [
  ['slug', 'code'],
  ['url', 'text'],
  ['kind', 'code'],
  ...inEach('name', ['es', 'en']),
  ['acronym', 'text'],
  ['sector', 'code'],
  ['country', 'code'],
  ['category', 'code'],
  ...inEach('role', ['es', 'en']),
  ['website', 'text'],
  ['sources', 'list'],
  ['licence', 'code'],
] as const satisfies readonly (readonly [string, ColumnKind])[];
