import type { Text } from '@alianza/texts/text';
import { dateInWords } from '../../../shared/format/dates.js';
import type { Concept } from './concept-values.js';

/** From which day to which a concept is offered. */
export function periodInWords(text: Text, { from, until }: Pick<Concept, 'from' | 'until'>): string {
  if (from === null && until === null) return text('concepts.period.always');
  if (until === null) return text('concepts.period.since', { from: dateInWords(text.lang, from ?? '') });
  if (from === null) return text('concepts.period.upTo', { until: dateInWords(text.lang, until) });
  return text('concepts.period.between', { from: dateInWords(text.lang, from), until: dateInWords(text.lang, until) });
}
