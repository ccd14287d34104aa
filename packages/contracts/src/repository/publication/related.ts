import { z } from 'zod';
import { defineOperation } from '../../operation.js';
import { Id, line, repeated } from '../../shapes.js';
import { getPractice, practiceErrors } from '../practices.js';
import { FoundPractice } from '../search.js';

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

/** How many there are, and the newest of them. */
const Newest = z.strictObject({ total: z.int(), items: z.array(Related) });

export const organizationPractices = defineOperation({
  id: 'repository.practices.of-organization',
  summary: 'Published practices that an organisation answers for, and others that name it; of each the newest',
  method: 'GET',
  path: '/{network}/organizations/{id}/practices',
  access: 'public',
  input: z.strictObject({
    id: Id,
    /** As records spell it. */
    name: repeated(line(250)),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  output: z.strictObject({ own: Newest, naming: Newest }),
  example: { given: 'organization', input: { id: '{organizationId}', name: ['Red Ejemplo de Cuidados (ficticia)'] } },
});
