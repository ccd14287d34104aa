import type { PublishedPractice } from '@alianza/contracts/repository/practices';

/** Fields whose absence a reader should know of. */
const always = ['place', 'startYear', 'countries', 'organizations', 'populations', 'sdgTargets', 'sources'] as const;
const ofGoodPractices = ['context', 'results', 'actions', 'weaknesses', 'lessons', 'replicability', 'evidence'] as const;

export type RecordedField = (typeof always)[number] | (typeof ofGoodPractices)[number];

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);

/** An instrument of the world or of a region belongs to no country and no place: there is nothing to record. */
const applies = (field: RecordedField, practice: PublishedPractice) =>
  !(practice.level === 'international' && (field === 'countries' || field === 'place'));

/** What the record does not say, in the order of its page. */
export function notRecorded(practice: PublishedPractice): RecordedField[] {
  const fields: RecordedField[] = [...(practice.type === 'good-practice' ? ofGoodPractices : []), ...always];
  return fields.filter((field) => applies(field, practice) && isEmpty(practice[field]));
}
