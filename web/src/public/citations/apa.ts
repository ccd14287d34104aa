import type { Text } from '@alianza/texts/text';
import { listOf } from '../../shared/format/lists.js';
import type { Reference } from './reference.js';

/** As people cite: organisations, year, title, version, where it is kept. A name that ends in a full stop gets no second one. */
export function apa({ authors, issued, title, version, collection, url }: Reference, text: Text): string {
  const owner = listOf(text.lang, authors).replace(/\.$/, '');
  return text('practice.citation', { owner, year: issued.slice(0, 4), title, version, collection, address: url });
}
