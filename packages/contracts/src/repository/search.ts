import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { Country, FacetValue, Language, listOf, page, repeated } from '../shapes.js';
import { Evidence, FiveR, PracticeType } from '../vocabularies.js';

/** Where in a field the words were found: start and end in UTF-16 units of `text`, end excluded. Never HTML. */
const Highlight = z.strictObject({
  field: z.enum(['title', 'summary']),
  text: z.string(),
  ranges: z.array(z.tuple([z.int(), z.int()])),
});
export type Highlight = z.infer<typeof Highlight>;

const Found = z.strictObject({
  slug: z.string(),
  type: PracticeType,
  title: z.string(),
  summary: z.string(),
  countries: z.array(Country),
  place: z.string().nullable(),
  startYear: z.int().nullable(),
  fiveRs: z.array(FiveR),
  evidence: Evidence.nullable(),
  highlights: z.array(Highlight),
  languages: z.record(z.string(), Language),
});
export type FoundPractice = z.infer<typeof Found>;

export const searchPractices = defineOperation({
  id: 'repository.practices.search',
  summary: 'Search published practices; without words, all of them',
  method: 'GET',
  path: '/{network}/practices',
  access: 'public',
  input: z.strictObject({
    q: z.string().trim().max(200).default(''),
    country: repeated(Country),
    type: repeated(PracticeType),
    fiveR: repeated(FiveR),
    sort: z.enum(['relevance', 'newest', 'title']).default('relevance'),
    ...page,
  }),
  output: listOf(Found).extend({
    total: z.int(),
    /** Counts of a facet leave its own filter out and keep the others. */
    facets: z.strictObject({ country: z.array(FacetValue), type: z.array(FacetValue), fiveR: z.array(FacetValue) }),
    /** Set when nothing matched as written and what sounds alike was searched instead. */
    corrected: z.boolean(),
    engine: z.string(),
  }),
  example: { given: 'published-practice', input: { q: 'relevos', country: ['MX'] } },
});
export type SearchResult = z.infer<(typeof searchPractices)['output']>;
