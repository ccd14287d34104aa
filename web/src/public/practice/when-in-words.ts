import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import type { Text } from '@alianza/texts/text';

type Dated = Pick<PublishedPractice, 'type' | 'startYear' | 'endYear'>;

/** A practice lasts, so it has a beginning; a law, a study or a tool has the year it came out. */
export function whenInWords(text: Text, { type, startYear, endYear }: Dated): string {
  if (startYear === null) return endYear === null ? text('practice.noYear') : text('practice.until', { year: String(endYear) });
  if (endYear !== null && endYear !== startYear) return text('practice.years', { from: String(startYear), to: String(endYear) });
  return type === 'good-practice' && endYear === null ? text('practice.since', { year: String(startYear) }) : String(startYear);
}
