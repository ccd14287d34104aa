import type { SearchResult } from '@alianza/contracts/repository/search';
import type { Filter } from './search-query.js';

/** What a filter is called on screen: the search labels whatever is chosen, also where nothing has it. */
export function facetLabel(facets: SearchResult['facets'], { facet, value }: Filter): string {
  return facets[facet].find((one) => one.value === value)?.label ?? value;
}
