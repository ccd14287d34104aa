import { z } from 'zod';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Country, Id, Instant, Language, line, listOf, localized, page, prose, Web } from '../shapes.js';
import { ConceptId, Evidence, FiveR, Level, PracticeType } from '../vocabularies.js';
import { consistent } from './consistent.js';
import { publicFiles, recordFileErrors, recordFiles } from './files/record-files.js';
import { recordLicences } from './publication/licences.js';
import { AcceptedTerms, TermsVersion } from './publication/rights.js';
import { SdgTarget } from './sdg-targets.js';

export const practiceErrors = defineErrors({
  'practice-not-found': 'not-found',
  'practice-not-editable': 'conflict',
  'practice-not-submittable': 'conflict',
  'practice-incomplete': 'unprocessable',
  'practice-not-in-review': 'conflict',
  'practice-own-decision': 'forbidden',
  'practice-not-published': 'conflict',
  'practice-not-due': 'conflict',
  'review-says-nothing': 'unprocessable',
  'reviewer-not-found': 'unprocessable',
  'practice-withdrawn': 'gone',
  'terms-not-in-force': 'conflict',
  'practice-organization-not-active': 'conflict',
});
const notFound = practiceErrors['practice-not-found'];

export const PracticeStatus = z.enum(['draft', 'submitted', 'changes-requested', 'published', 'declined', 'withdrawn']);
export type PracticeStatus = z.infer<typeof PracticeStatus>;

/** A year, as sources give it. */
const Year = z.int().min(1800).max(2200);
const text = (max: number) => localized(prose(max)).nullable();

export const Source = z.strictObject({ title: line(400), url: Web.nullable(), publisher: line(200).nullable() });
export type Source = z.infer<typeof Source>;

/** All that is written about a practice. Null or empty is "no consta": what the record does not say. */
export const PracticeContent = z.strictObject({
  type: PracticeType,
  title: localized(line(250)),
  summary: localized(prose(1500)),
  context: text(6000),
  actions: text(6000),
  results: text(6000),
  weaknesses: text(6000),
  lessons: text(6000),
  replicability: text(6000),
  countries: z.array(Country).max(30),
  place: line(200).nullable(),
  level: Level.nullable(),
  sector: ConceptId.nullable(),
  organizations: z.array(line(200)).max(30),
  fiveRs: z.array(FiveR).max(5),
  populations: z.array(ConceptId).max(15),
  /** Of the network's work programme; records from before it have none. */
  priorityAreas: z.array(ConceptId).max(10).optional(),
  sdgTargets: z.array(SdgTarget).max(20),
  startYear: Year.nullable(),
  endYear: Year.nullable(),
  /** ISO 639 codes of the languages of the sources; `mul` where several are not named. */
  sourceLanguages: z
    .array(
      z
        .string()
        .max(3)
        .regex(/^[a-z]{2,3}$/),
    )
    .max(20),
  evidence: Evidence.nullable(),
  sources: z.array(Source).max(30),
  /** The usual one where none is named. */
  licence: z.enum(recordLicences).optional(),
  ...recordFiles,
});
export type PracticeContent = z.infer<typeof PracticeContent>;
export const WrittenPractice = consistent(PracticeContent);

/** Fields a comment of a review can be anchored to. */
export const practiceFields = Object.keys(PracticeContent.shape) as (keyof PracticeContent)[];
export const PracticeField = z.enum(practiceFields as [keyof PracticeContent, ...(keyof PracticeContent)[]]);

export const NewComment = z.strictObject({ field: PracticeField, text: prose(2000) });
export type NewComment = z.infer<typeof NewComment>;

/** What a review said about one field of what was handed in for the `submission`-th time. Open until the review resolves it. */
export const ReviewComment = NewComment.extend({
  id: Id,
  submission: z.int(),
  at: Instant,
  external: z.boolean(),
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  resolvedAt: Instant.nullable(),
});
export type ReviewComment = z.infer<typeof ReviewComment>;

/** A translation that was made before its original last changed. */
export const StaleTranslation = z.strictObject({ field: PracticeField, language: Language });
export type StaleTranslation = z.infer<typeof StaleTranslation>;

/** `taken`: somebody of the review has what was handed in; who, they alone know. */
const standing = { status: PracticeStatus, taken: z.boolean() };

/** The edit read: every language of every field, and all that reviews said. */
export const EditablePractice = z.strictObject({
  id: Id,
  slug: z.string().nullable(),
  ...standing,
  organization: z.strictObject({ id: Id, name: z.string() }).nullable(),
  /** The secretariat entered it for that organisation. */
  onBehalf: z.boolean(),
  content: PracticeContent,
  comments: z.array(ReviewComment),
  /** How often it was handed in. */
  submission: z.int(),
  /** Why the review declined what was handed in last. */
  declinedFor: z.string().nullable(),
  /** Since when the public reads its last published version, whatever is being written; null where there is none. */
  publishedAt: Instant.nullable(),
  /** When somebody last made sure that what is public still holds. */
  verifiedAt: Instant.nullable(),
  /** From when on it must be made sure of anew; null where nothing is public. */
  verifyBy: Instant.nullable(),
  /** Fields that must be filled before it can be submitted. */
  missing: z.array(PracticeField),
  stale: z.array(StaleTranslation),
  changedAt: Instant,
  version: z.int(),
});
export type EditablePractice = z.infer<typeof EditablePractice>;

const byId = z.strictObject({ id: Id });
const Content = { content: WrittenPractice };
const emptyText = { context: null, actions: null, results: null, weaknesses: null, lessons: null, replicability: null };
export const emptyContent = {
  ...emptyText,
  ...{ countries: [], organizations: [], fiveRs: [], populations: [], sdgTargets: [], sourceLanguages: [] },
  ...{ place: null, level: null, sector: null, startYear: null, endYear: null, evidence: null },
  sources: [],
};
const exampleContent = {
  ...emptyContent,
  type: 'good-practice',
  title: { original: 'es', es: 'Relevos entre vecinas (ficticia)' },
  summary: { original: 'es', es: 'Un grupo de vecinas se turna para cuidar y llevar la cuenta de las horas.' },
};

export const draftPractice = defineOperation({
  id: 'repository.practices.draft',
  summary: 'Begin a practice for the organisation acted for',
  method: 'POST',
  path: '/{network}/practices',
  access: { permission: 'practices:write' },
  input: z.strictObject(Content),
  output: EditablePractice,
  errors: [recordFileErrors['record-file-foreign']],
  example: { given: 'organization', input: { content: exampleContent } },
});

export const editPractice = defineOperation({
  id: 'repository.practices.edit',
  summary: 'Save a draft, or a practice of which changes were requested',
  method: 'PUT',
  path: '/{network}/practices/{id}',
  access: { permission: 'practices:write' },
  input: byId.extend(Content),
  output: EditablePractice,
  errors: [notFound, practiceErrors['practice-not-editable'], recordFileErrors['record-file-foreign']],
  edits: true,
  example: { given: 'drafted-practice', input: { id: '{practiceId}', content: exampleContent } },
});

export const readPractice = defineOperation({
  id: 'repository.practices.read',
  summary: 'Read a practice in order to edit or review it',
  method: 'GET',
  path: '/{network}/practices/{id}/edit',
  access: { permission: 'practices:write' },
  input: byId,
  output: EditablePractice,
  errors: [notFound],
  example: { given: 'drafted-practice', input: { id: '{practiceId}' } },
});

export const submitPractice = defineOperation({
  id: 'repository.practices.submit',
  summary: 'Hand a complete practice in for review, under its licence and the terms in force',
  method: 'POST',
  path: '/{network}/practices/{id}/submit',
  access: { permission: 'practices:submit' },
  input: byId.extend({ terms: TermsVersion }),
  output: EditablePractice,
  errors: [
    notFound,
    practiceErrors['practice-not-submittable'],
    practiceErrors['practice-incomplete'],
    practiceErrors['terms-not-in-force'],
    practiceErrors['practice-organization-not-active'],
  ],
  edits: true,
  example: { given: 'complete-practice', input: { id: '{practiceId}', terms: 1 } },
});

export const PracticeRow = z.strictObject({
  id: Id,
  slug: z.string().nullable(),
  ...standing,
  type: PracticeType,
  title: z.string(),
  organization: z.string().nullable(),
  comments: z.int(),
  submittedAt: Instant.nullable(),
  changedAt: Instant,
});
export type PracticeRow = z.infer<typeof PracticeRow>;

export const listOwnPractices = defineOperation({
  id: 'repository.practices.own',
  summary: 'Practices of the organisation acted for, the last changed first; `due`: the public ones that may hold no more',
  method: 'GET',
  path: '/{network}/own-practices',
  access: { permission: 'practices:write' },
  input: z.strictObject({ status: PracticeStatus.optional(), due: z.literal('true').optional(), ...page }),
  output: listOf(PracticeRow),
  example: { given: 'drafted-practice', input: {} },
});

const written = { title: true, summary: true, context: true, actions: true, results: true, weaknesses: true, lessons: true } as const;
const saidApart = { replicability: true, type: true, licence: true, pictures: true, attachments: true } as const;
const languageless = PracticeContent.omit({ ...written, ...saidApart });

/** A published practice in one language. */
export const PublishedPractice = z.strictObject({
  id: Id,
  slug: z.string(),
  type: PracticeType,
  title: z.string(),
  summary: z.string(),
  context: z.string().nullable(),
  actions: z.string().nullable(),
  results: z.string().nullable(),
  weaknesses: z.string().nullable(),
  lessons: z.string().nullable(),
  replicability: z.string().nullable(),
  ...languageless.shape,
  ...publicFiles,
  /** Who answers for the record; null for those imported by the network. */
  owner: z.string().nullable(),
  /** The secretariat entered it for its owner. */
  onBehalf: z.boolean(),
  /** Its owner is suspended or has left: the secretariat answers in its place. */
  ownerAway: z.boolean(),
  licence: z.string(),
  terms: AcceptedTerms,
  /** Languages in which the whole record can be read. */
  translations: z.array(Language),
  /** Fields that are in another language than the one asked. */
  languages: z.record(z.string(), Language),
  publishedAt: Instant,
  /** When somebody last made sure that it still holds; null of versions before the present one. */
  verifiedAt: Instant.nullable(),
  /** When its owner last said so; null of such versions too. */
  confirmedAt: Instant.nullable(),
  version: z.int(),
});
export type PublishedPractice = z.infer<typeof PublishedPractice>;

export const getPractice = defineOperation({
  id: 'repository.practices.get',
  summary: 'Read a published practice',
  method: 'GET',
  path: '/{network}/practices/{slug}',
  access: 'public',
  input: z.strictObject({
    slug: z
      .string()
      .max(120)
      .regex(/^[a-z0-9-]+$/),
  }),
  output: PublishedPractice,
  errors: [notFound, practiceErrors['practice-withdrawn']],
  example: { given: 'published-practice', input: { slug: '{slug}' } },
});

const state = z.object({ status: PracticeStatus, organizationId: Id.nullable(), practiceType: PracticeType });
/** What is handed in is read by others: from then on its title travels. */
export const titledState = state.extend({ title: localized(z.string()) });
export const practiceDrafted = defineEvent({ subject: 'ev.repository.practice.drafted.v1', data: state });
export const practiceEdited = defineEvent({ subject: 'ev.repository.practice.edited.v1', data: state });
export const practiceSubmitted = defineEvent({ subject: 'ev.repository.practice.submitted.v1', data: titledState });
export const practiceChangesRequested = defineEvent({ subject: 'ev.repository.practice.changes-requested.v1', data: titledState });
/** A published practice is public: its address travels too. */
export const practicePublished = defineEvent({
  subject: 'ev.repository.practice.published.v1',
  data: titledState.extend({ slug: z.string() }),
});
