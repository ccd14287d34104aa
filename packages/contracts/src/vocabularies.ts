import { z } from 'zod';
import { regions } from './membership/directory/regions.js';
import { evidenceLevels, fiveRs, levels, practiceTypes, sectors } from './taxonomy.js';

/** Of organisations; a record may have one that its network added. */
export const Sector = z.enum(sectors);
export type Sector = z.infer<typeof Sector>;

export const Region = z.enum(regions);
export type Region = z.infer<typeof Region>;

export const FiveR = z.enum(fiveRs);
export type FiveR = z.infer<typeof FiveR>;

export const PracticeType = z.enum(practiceTypes);
export type PracticeType = z.infer<typeof PracticeType>;

export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

/** Of a scheme that a network edits: which there are, its taxonomy says. */
export const ConceptId = z
  .string()
  .min(2)
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

export const Evidence = z.enum(evidenceLevels);
export type Evidence = z.infer<typeof Evidence>;
