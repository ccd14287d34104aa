import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { getPractice, practiceErrors } from './practices.js';
import { FoundPractice } from './search.js';

const Related = FoundPractice.omit({ replications: true, highlights: true });
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
