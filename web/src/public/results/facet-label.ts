import type { Text } from '@alianza/texts/text';
import { countryName } from '../../shared/format/names.js';
import type { Filter } from './search-query.js';

/** What a filter is called on screen. */
export function facetLabel(text: Text, { facet, value }: Filter): string {
  if (facet === 'country') return countryName(text.lang, value);
  return text(facet === 'fiveR' ? `taxonomy.fiveR.${value}` : `taxonomy.practiceType.${value}`);
}
