// Plain lists, without schemas: the portal's public pages load them.

/** Schemes whose labels and synonyms each network edits; of the open ones also which concepts there are. */
export const schemes = ['fiveR', 'population', 'sector', 'level', 'priorityArea'] as const;
export const openSchemes = ['population', 'sector', 'priorityArea'] as const;

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

/** ILO's framework of decent care work: recognise, reduce, redistribute, reward, represent. */
export const fiveRs = ['recognize', 'reduce', 'redistribute', 'reward', 'represent'] as const;

export const practiceTypes = ['good-practice', 'publication', 'evaluation', 'toolkit', 'dataset', 'law-policy'] as const;

export const levels = ['international', 'national', 'subnational', 'municipal', 'community', 'workplace'] as const;

/** Those that the product brings; a network adds and retires its own. */
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

/** Four steps of evidence; null where nobody has assessed it. */
export const evidenceLevels = ['testimony', 'own-data', 'external-evaluation', 'controlled-trial'] as const;
