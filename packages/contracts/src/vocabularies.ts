import { z } from 'zod';
import { evidenceLevels, fiveRs, levels, populations, practiceTypes, sectors } from './taxonomy.js';

export const Sector = z.enum(sectors);
export type Sector = z.infer<typeof Sector>;

export const FiveR = z.enum(fiveRs);
export type FiveR = z.infer<typeof FiveR>;

export const PracticeType = z.enum(practiceTypes);
export type PracticeType = z.infer<typeof PracticeType>;

export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

export const Population = z.enum(populations);
export type Population = z.infer<typeof Population>;

export const Evidence = z.enum(evidenceLevels);
export type Evidence = z.infer<typeof Evidence>;
