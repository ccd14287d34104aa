import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { countedOf, isFilled, type PracticeField } from '../../shared/practice/practice-fields.js';

/** What the record does not say, in the order in which it is written. */
export const notRecorded = (practice: PublishedPractice): PracticeField[] =>
  countedOf(practice).filter((field) => !isFilled(practice, field));
