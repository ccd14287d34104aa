import type { PublishedPractice } from '@alianza/contracts/repository/practices';

/** Fields whose absence a reader should know of. */
const always = [
  ...(['place', 'level', 'startYear', 'countries', 'fiveRs', 'organizations', 'sector', 'populations'] as const),
  ...(['sdgTargets', 'sourceLanguages', 'sources'] as const),
] as const;
const ofGoodPractices = ['context', 'results', 'actions', 'weaknesses', 'lessons', 'replicability', 'evidence'] as const;

type RecordedField = (typeof always)[number] | (typeof ofGoodPractices)[number];

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

/** What a record that says where in one way does not lack in the other; an instrument of the world or of a region belongs to neither. */
function applies(field: RecordedField, { level, countries }: PublishedPractice): boolean {
  if (field === 'place') return level !== 'international' && countries.length === 0;
  return field !== 'countries' || level !== 'international';
}

/** What the record does not say, in the order of its page. */
export function notRecorded(practice: PublishedPractice): RecordedField[] {
  const fields: RecordedField[] = [...(practice.type === 'good-practice' ? ofGoodPractices : []), ...always];
  return fields.filter((field) => applies(field, practice) && isEmpty(practice[field]));
}
