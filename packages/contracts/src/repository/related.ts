import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { Country, Language } from '../shapes.js';
import { Evidence, FiveR, PracticeType } from '../vocabularies.js';
import { getPractice, practiceErrors } from './practices.js';

const Related = z.strictObject({
  slug: z.string(),
  type: PracticeType,
  title: z.string(),
  summary: z.string(),
  countries: z.array(Country),
  place: z.string().nullable(),
  startYear: z.int().nullable(),
  fiveRs: z.array(FiveR),
  evidence: Evidence.nullable(),
  languages: z.record(z.string(), Language),
});
export type RelatedPractice = z.infer<typeof Related>;

export const relatedPractices = defineOperation({
  id: 'repository.practices.related',
  summary: 'Published practices that share the most concepts with one, at most three',
  method: 'GET',
  path: '/{network}/practices/{slug}/related',
  access: 'public',
  input: getPractice.input,
  output: z.strictObject({ items: z.array(Related) }),
  errors: [practiceErrors['practice-not-found']],
  example: { given: 'published-practice', input: { slug: '{slug}' } },
});
