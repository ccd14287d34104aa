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

/** Four steps of evidence; null where nobody has assessed it. */
export const evidenceLevels = ['testimony', 'own-data', 'external-evaluation', 'controlled-trial'] as const;
export const Evidence = z.enum(evidenceLevels);
export type Evidence = z.infer<typeof Evidence>;
