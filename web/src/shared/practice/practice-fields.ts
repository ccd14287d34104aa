import type { PracticeContent, PracticeStatus } from '@alianza/contracts/repository/practices';
import type { StateKind } from '../parts/state.js';

export type PracticeField = keyof PracticeContent;
/** A record with its fields, as it is kept or as the public reads it. */
type Said = { readonly [Field in PracticeField]?: unknown } & Pick<PracticeContent, 'type'>;
/** Written in several languages. */
export type ProseField = 'title' | 'summary' | 'context' | 'actions' | 'results' | 'weaknesses' | 'lessons' | 'replicability';

interface Section {
  readonly id: 'what' | 'how' | 'where' | 'whom' | 'proof' | 'files' | 'rights';
  readonly title: string;
  readonly fields: readonly PracticeField[];
}

/** The fields of a practice in the order in which they are written, read and reviewed. */
export const practiceSections: readonly Section[] = [
  { id: 'what', title: 'practiceForm.section.what', fields: ['type', 'title', 'summary', 'fiveRs'] },
  { id: 'how', title: 'practiceForm.section.how', fields: ['context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] },
  { id: 'where', title: 'practiceForm.section.where', fields: ['countries', 'place', 'level', 'startYear', 'endYear'] },
  { id: 'whom', title: 'practiceForm.section.whom', fields: ['organizations', 'sector', 'populations', 'priorityAreas'] },
  { id: 'proof', title: 'practiceForm.section.proof', fields: ['evidence', 'sources', 'sourceLanguages', 'sdgTargets'] },
  { id: 'files', title: 'files.section', fields: ['pictures', 'attachments'] },
  { id: 'rights', title: 'practiceForm.section.rights', fields: ['licence'] },
];

export const proseFields: readonly ProseField[] = [
  'title',
  'summary',
  'context',
  'actions',
  'results',
  'weaknesses',
  'lessons',
  'replicability',
];
export const isProse = (field: PracticeField): field is ProseField => (proseFields as readonly string[]).includes(field);

export const fieldLabels: Record<PracticeField, string> = {
  type: 'practiceForm.field.type',
  title: 'practiceForm.field.title',
  summary: 'practiceForm.field.summary',
  context: 'practiceForm.field.context',
  actions: 'practiceForm.field.actions',
  results: 'practiceForm.field.results',
  weaknesses: 'practiceForm.field.weaknesses',
  lessons: 'practiceForm.field.lessons',
  replicability: 'practiceForm.field.replicability',
  countries: 'practiceForm.field.countries',
  place: 'practiceForm.field.place',
  level: 'practiceForm.field.level',
  sector: 'practiceForm.field.sector',
  organizations: 'practiceForm.field.organizations',
  fiveRs: 'practiceForm.field.fiveRs',
  populations: 'practiceForm.field.populations',
  priorityAreas: 'practiceForm.field.priorityAreas',
  sdgTargets: 'practiceForm.field.sdgTargets',
  startYear: 'practiceForm.field.startYear',
  endYear: 'practiceForm.field.endYear',
  sourceLanguages: 'practiceForm.field.sourceLanguages',
  evidence: 'practiceForm.field.evidence',
  sources: 'practiceForm.field.sources',
  pictures: 'files.pictures',
  attachments: 'files.attachments',
  licence: 'practiceForm.field.licence',
};

/** What was handed in waits until somebody of the review takes it. */
export const practiceStates: Record<PracticeStatus | 'in-review', StateKind> = {
  draft: 'still',
  submitted: 'still',
  'in-review': 'open',
  'changes-requested': 'soon',
  published: 'done',
  declined: 'late',
  withdrawn: 'still',
};

/** Whether a field says anything: null, empty lists and what is not there do not, but for the licence, of which there is a usual one. */
export function isFilled(record: Said, field: PracticeField): boolean {
  if (field === 'licence') return true;
  const value = record[field];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

const everyField = practiceSections.flatMap(({ fields }) => fields);
/** Asked of a good practice alone; of another record they are shown where they say something. */
const ofGoodPractices: readonly PracticeField[] = ['context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability', 'evidence'];
/** Nothing lacks without them; the licence is never open, and not every network has priority areas. */
const optional: readonly PracticeField[] = ['endYear', 'priorityAreas', 'pictures', 'attachments', 'licence'];

/** What is asked of a record of that type, in the order in which it is written. */
const fieldsFor = (type: PracticeContent['type']): PracticeField[] =>
  everyField.filter((field) => type === 'good-practice' || !ofGoodPractices.includes(field));

/** What its form asks: what applies, and what it says already. */
export const writtenOf = (record: Said): PracticeField[] =>
  everyField.filter((field) => isFilled(record, field) || fieldsFor(record.type).includes(field));

/** Without priority areas where none is named: not every network has any. */
export const shownOf = (record: Said): PracticeField[] =>
  writtenOf(record).filter((field) => field !== 'priorityAreas' || isFilled(record, field));

/** The sections that have any of these fields, with those alone. */
export const sectionsOf = (asked: readonly PracticeField[]): Section[] =>
  practiceSections
    .map((section) => ({ ...section, fields: section.fields.filter((field) => asked.includes(field)) }))
    .filter(({ fields }) => fields.length > 0);

/** What a record that says where in one way does not lack in the other; an instrument of the world or of a region belongs to neither. */
function saysWhereElse(record: Said, field: PracticeField): boolean {
  if (field === 'place') return record.level === 'international' || isFilled(record, 'countries');
  return field === 'countries' && record.level === 'international';
}

/** What makes a record complete; a reader is told of those that say nothing. */
export const countedOf = (record: Said): PracticeField[] =>
  fieldsFor(record.type).filter((field) => !optional.includes(field) && !saysWhereElse(record, field));
