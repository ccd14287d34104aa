import type { SearchResult } from '@alianza/contracts/repository/search';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { textIn } from '@alianza/texts/server';
import { countryName } from '../publication/country-names.js';
import type { Count, FacetName, Hits, Wanted } from './practice-index.js';

const labelOf: Record<FacetName, (value: string, lang: PortalLanguage) => string> = {
  country: countryName,
  type: (value, lang) => textIn(lang)(`taxonomy.practiceType.${value}`),
  fiveR: (value, lang) => textIn(lang)(`taxonomy.fiveR.${value}`),
};

/** Labels in a language; the most frequent first, then by label. What is chosen stays, even where nothing has it any more. */
export function facetsIn(counts: Hits['counts'], chosen: Pick<Wanted, FacetName>, lang: PortalLanguage): SearchResult['facets'] {
  const facet = (name: FacetName) =>
    [...counts[name], ...missing(chosen[name], counts[name])]
      .map(({ value, count }) => ({ value, label: labelOf[name](value, lang), count }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, lang));
  return { country: facet('country'), type: facet('type'), fiveR: facet('fiveR') };
}

const missing = (chosen: readonly string[], counts: readonly Count[]): Count[] =>
  [...new Set(chosen)].filter((value) => !counts.some((count) => count.value === value)).map((value) => ({ value, count: 0 }));
