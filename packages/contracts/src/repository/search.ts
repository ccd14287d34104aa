import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { Country, FacetValue, Language, listOf, page, repeated } from '../shapes.js';
import { ConceptId, Evidence, FiveR, Level, PracticeType } from '../vocabularies.js';

/** Fields in which words are marked, the first two whole, of the others a passage. */
export const highlightFields = [
  'title',
  'summary',
  'context',
  'actions',
  'results',
  'weaknesses',
  'lessons',
  'replicability',
  'place',
  'organizations',
] as const;

/** Where in a field the words were found: start and end in UTF-16 units of `text`, end excluded. Never HTML. */
const Highlight = z.strictObject({
  field: z.enum(highlightFields),
  text: z.string(),
  ranges: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
  /** On which sides the field goes on beyond the text; absent where it is whole. */
  cut: z.strictObject({ before: z.boolean(), after: z.boolean() }).optional(),
});
export type Highlight = z.infer<typeof Highlight>;

export const FoundPractice = z.strictObject({
  slug: z.string(),
  type: PracticeType,
  title: z.string(),
  summary: z.string(),
  countries: z.array(Country),
  place: z.string().nullable(),
  startYear: z.int().nullable(),
  fiveRs: z.array(FiveR),
  evidence: Evidence.nullable(),
  /** How often others repeated it, as its origin confirmed. */
  replications: z.int(),
  highlights: z.array(Highlight),
  languages: z.record(z.string(), Language),
});
export type FoundPractice = z.infer<typeof FoundPractice>;

/** A Sustainable Development Goal; a record has those of its targets. */
const Sdg = z
  .string()
  .max(2)
  .regex(/^(?:[1-9]|1[0-7])$/);
/** ISO 639 code of a language in which sources are; `mul` where several are not named. */
const SourceLanguage = z
  .string()
  .max(3)
  .regex(/^[a-z]{2,3}$/);
/** The year in which it began. */
const Year = z
  .string()
  .length(4)
  .regex(/^\d{4}$/);

/** Facets of the search, by which it is filtered: a parameter repeated asks for any of its values, several parameters for all of them. */
export const searchFilters = {
  type: repeated(PracticeType),
  country: repeated(Country),
  fiveR: repeated(FiveR),
  population: repeated(ConceptId),
  priorityArea: repeated(ConceptId),
  sector: repeated(ConceptId),
  level: repeated(Level),
  sdg: repeated(Sdg),
  language: repeated(SourceLanguage),
  year: repeated(Year),
};
/** For callers typed by the input: nothing is filtered. */
export const noSearchFilter = {
  type: [],
  country: [],
  fiveR: [],
  population: [],
  priorityArea: [],
  sector: [],
  level: [],
  sdg: [],
  language: [],
  year: [],
};

const Counts = z.array(FacetValue);

export const searchPractices = defineOperation({
  id: 'repository.practices.search',
  summary: 'Search published practices; without words, all of them',
  method: 'GET',
  path: '/{network}/practices',
  access: 'public',
  input: z.strictObject({
    q: z.string().trim().max(200).default(''),
    ...searchFilters,
    /** The words are searched as they are written, whoever sounds alike. */
    exact: z.literal('true').optional(),
    /** `newest` by first publication, `changed` by that of the present version. */
    sort: z.enum(['relevance', 'newest', 'changed', 'title']).default('relevance'),
    ...page,
  }),
  output: listOf(FoundPractice).extend({
    /** Exact to a thousand; where it says so, a lower bound beyond. */
    total: z.int(),
    totalIsLowerBound: z.boolean().optional(),
    /** Labels in the language asked. Counts of a facet leave its own filter out and keep the others. */
    facets: z.strictObject({
      type: Counts,
      country: Counts,
      fiveR: Counts,
      population: Counts,
      priorityArea: Counts,
      sector: Counts,
      level: Counts,
      sdg: Counts,
      language: Counts,
      year: Counts,
    }),
    /** Set when nothing matched as written and what sounds alike was searched instead. */
    corrected: z.boolean(),
    /** Where it is set: what was searched beside or in place of words that are written otherwise, as far as it is known. */
    meant: z.array(z.string()),
    /** Set when no record says all of it and those that say most of it were found. */
    partial: z.boolean(),
    /** Which engine answered. */
    engine: z.string(),
    /** Set when the engine that is meant to answer does not, and a simpler one does. */
    degraded: z.boolean(),
  }),
  example: { given: 'published-practice', input: { q: 'relevos', country: ['MX'] } },
});
export type SearchResult = z.infer<(typeof searchPractices)['output']>;
