import { z } from 'zod';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Day, Instant, line } from '../shapes.js';
import { openSchemes, schemes } from '../taxonomy.js';
import { ConceptId } from '../vocabularies.js';

export const taxonomyErrors = defineErrors({
  'concept-not-found': 'not-found',
  'concept-exists': 'conflict',
  'concept-stays': 'unprocessable',
});
const { 'concept-not-found': notFound, 'concept-exists': exists, 'concept-stays': stays } = taxonomyErrors;

export const Scheme = z.enum(schemes);
export type Scheme = z.infer<typeof Scheme>;
/** The five Rs and the levels are as many as they are: they can be called otherwise, never more or fewer. */
const OpenScheme = z.enum(openSchemes);

/** A day on which the taxonomy is looked at: of four figures, wherever it ends. */
const Past = Day.refine((day) => day >= '1000' && day < '9999', { message: 'not-date' });
export const Labels = z.strictObject({ es: line(120), en: line(120) });
export type Labels = z.infer<typeof Labels>;
const synonyms = z.array(line(80)).max(40);
export const Synonyms = z.strictObject({ es: synonyms, en: synonyms });
export type Synonyms = z.infer<typeof Synonyms>;

/** First and last day on which it is offered for new records; null where that is open. */
const Period = { from: Day.nullable(), until: Day.nullable() };

/** A concept in one language. */
const Offered = z.strictObject({
  scheme: Scheme,
  id: ConceptId,
  label: z.string(),
  /** Whether new records may be marked with it on that day; what was marked stays, and keeps its label. */
  offered: z.boolean(),
  ...Period,
});
export type OfferedConcept = z.infer<typeof Offered>;

export const getTaxonomy = defineOperation({
  id: 'repository.taxonomy.get',
  summary: 'Concepts of a network and what they are called in the language asked, today or at the end of a day',
  method: 'GET',
  path: '/{network}/taxonomy',
  access: 'public',
  input: z.strictObject({ on: Past.optional() }),
  output: z.strictObject({ concepts: z.array(Offered) }),
  example: { input: { on: '2026-01-31' } },
});

/** As the secretariat edits it: both languages, what the product brings and what the network says instead. */
export const EditedConcept = z.strictObject({
  scheme: Scheme,
  id: ConceptId,
  labels: Labels,
  /** What the product calls it; null where the network added it. */
  ownLabels: Labels.nullable(),
  /** What the network adds. */
  synonyms: Synonyms,
  /** By which the product finds it besides; they stay. */
  ownSynonyms: z.array(z.string()),
  ...Period,
  retired: z.boolean(),
  offered: z.boolean(),
  /** Published records that are marked with it. */
  records: z.int(),
  /** 0 while the network has changed nothing of it. */
  version: z.int(),
});
export type EditedConcept = z.infer<typeof EditedConcept>;

const access = { permission: 'taxonomy:write' } as const;
const Named = z.strictObject({ scheme: Scheme, id: ConceptId });

export const readTaxonomy = defineOperation({
  id: 'repository.taxonomy.read',
  summary: 'Read the taxonomy of the network in order to edit it, or as it was at the end of a day',
  method: 'GET',
  path: '/{network}/taxonomy/edit',
  access,
  input: z.strictObject({ on: Past.optional() }),
  output: z.strictObject({ concepts: z.array(EditedConcept) }),
  example: { input: {} },
});

export const addConcept = defineOperation({
  id: 'repository.taxonomy.add',
  summary: 'Add a concept of the network; its identifier comes from its English label and stays',
  method: 'POST',
  path: '/{network}/taxonomy/{scheme}',
  access,
  input: z.strictObject({ scheme: OpenScheme, labels: Labels, synonyms: Synonyms, ...Period }),
  output: EditedConcept,
  errors: [exists],
  once: true,
  example: {
    given: 'unused-label',
    input: {
      scheme: 'population',
      labels: { es: '{label}', en: '{label}' },
      synonyms: { es: ['marineros'], en: ['sailors'] },
      from: null,
      until: null,
    },
  },
});

export const editConcept = defineOperation({
  id: 'repository.taxonomy.edit',
  summary: 'Say what a concept is called, by what else it is found, when it is offered, and whether it is retired',
  method: 'PUT',
  path: '/{network}/taxonomy/{scheme}/{id}',
  access,
  input: Named.extend({ labels: Labels, synonyms: Synonyms, ...Period, retired: z.boolean() }),
  output: EditedConcept,
  errors: [notFound, exists, stays],
  edits: true,
  example: {
    given: 'added-concept',
    input: {
      scheme: 'population',
      id: '{conceptId}',
      labels: { es: '{label}', en: '{label}' },
      synonyms: { es: ['marineras', 'marineros'], en: [] },
      from: '2024-01-01',
      until: '2026-12-31',
      retired: false,
    },
  },
});

export const moveConcept = defineOperation({
  id: 'repository.taxonomy.move',
  summary: 'Put a concept before another of its scheme, or last',
  method: 'POST',
  path: '/{network}/taxonomy/{scheme}/{id}/move',
  access,
  input: Named.extend({ before: ConceptId.nullable() }),
  output: EditedConcept,
  errors: [notFound],
  edits: true,
  example: { given: 'added-concept', input: { scheme: 'population', id: '{conceptId}', before: 'children' } },
});

/** What was said of a concept for a time; what is said now has no end. */
const Was = EditedConcept.pick({ labels: true, synonyms: true, from: true, until: true, retired: true, version: true }).extend({
  since: Instant,
  upTo: Instant.nullable(),
});
export type ConceptState = z.infer<typeof Was>;

export const readHistory = defineOperation({
  id: 'repository.taxonomy.history',
  summary: 'What the network said of a concept and from when to when, the last first; nothing while it is as the product brings it',
  method: 'GET',
  path: '/{network}/taxonomy/{scheme}/{id}/history',
  access,
  input: Named,
  output: z.strictObject({ items: z.array(Was) }),
  errors: [notFound],
  example: { given: 'added-concept', input: { scheme: 'population', id: '{conceptId}' } },
});

/** What the network says of a concept from now on; labels and synonyms are published words. */
const state = z.object({
  scheme: Scheme,
  concept: ConceptId,
  labels: Labels.nullable(),
  synonyms: Synonyms,
  ...Period,
  retired: z.boolean(),
});
export const conceptAdded = defineEvent({ subject: 'ev.repository.concept.added.v1', data: state });
export const conceptEdited = defineEvent({ subject: 'ev.repository.concept.edited.v1', data: state });
export const conceptMoved = defineEvent({ subject: 'ev.repository.concept.moved.v1', data: state });
