import { z } from 'zod';
import { isSdgTarget } from './sdg-targets.js';

interface Telling {
  readonly sdgTargets?: readonly string[];
  readonly startYear: number | null;
  readonly endYear: number | null;
}

/** For what somebody writes: what stands already is read as it is, also from before somebody looked. */
export const consistent = <S extends z.ZodType<Telling>>(schema: S): S =>
  schema.superRefine(({ sdgTargets = [], startYear, endYear }, context) => {
    for (const [index, target] of sdgTargets.entries())
      if (!isSdgTarget(target)) context.addIssue({ code: 'custom', message: 'not-sdg-target', path: ['sdgTargets', index] });
    if (startYear !== null && endYear !== null && endYear < startYear)
      context.addIssue({ code: 'custom', message: 'ends-before-it-begins', path: ['endYear'] });
  });
