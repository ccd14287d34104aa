import type { Scheme } from '@alianza/contracts/repository/taxonomy';
import type { SearchResult } from '@alianza/contracts/repository/search';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { schemes } from '@alianza/contracts/taxonomy';
import { textIn } from '@alianza/texts/server';
import type { NetworkTaxonomy } from '../taxonomy/network-taxonomy.js';
import { countryName } from '../publication/country-names.js';
import { facetNames, type Count, type FacetName, type Filters, type Hits } from './practice-index.js';
import { languageName } from './language-names.js';

type Label = (value: string, lang: PortalLanguage) => string;

const inTaxonomy =
  (area: string): Label =>
  (value, lang) =>
    textIn(lang)(`taxonomy.${area}.${value}`);

/** `5` by its number and name; a goal that there is not, which older records may name, as it stands there. */
const sdgLabel: Label = (goal, lang) => {
  const text = textIn(lang);
  const key = `taxonomy.sdg.${goal}`;
  return text.has(key) ? `${goal}. ${text(key)}` : goal;
};

const labelOf: Record<Exclude<FacetName, Scheme>, Label> = {
  type: inTaxonomy('practiceType'),
  country: countryName,
  sdg: sdgLabel,
  language: languageName,
  year: (value) => value,
};

/** As the network calls it, where it is in a scheme that networks edit. */
function called({ taxonomy, lang }: Labelling, name: FacetName, value: string): string {
  return isScheme(name) ? (taxonomy.label(name, value, lang) ?? value) : labelOf[name](value, lang);
}

const isScheme = (name: FacetName): name is Scheme => (schemes as readonly string[]).includes(name);

interface Labelling {
  readonly taxonomy: NetworkTaxonomy;
  readonly lang: PortalLanguage;
}

/** The most frequent first, then by label; years the latest first. What is chosen stays, even where nothing has it any more. */
export function facetsIn(counts: Hits['counts'], chosen: Filters, { taxonomy, lang }: Labelling): SearchResult['facets'] {
  const facet = (name: FacetName) =>
    [...counts[name], ...missing(chosen[name], counts[name])]
      .map(({ value, count }) => ({ value, label: called({ taxonomy, lang }, name, value), count }))
      .sort((a, b) => (name === 'year' ? b.value.localeCompare(a.value) : b.count - a.count || a.label.localeCompare(b.label, lang)));
  return Object.fromEntries(facetNames.map((name) => [name, facet(name)])) as SearchResult['facets'];
}

const missing = (chosen: readonly string[], counts: readonly Count[]): Count[] =>
  [...new Set(chosen)].filter((value) => !counts.some((count) => count.value === value)).map((value) => ({ value, count: 0 }));
