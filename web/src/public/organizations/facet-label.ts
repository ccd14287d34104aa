import { countryName } from '../../shared/format/names.js';
import { useText } from '../../shared/texts/use-text.js';
import type { OrganizationFilter } from './organization-query.js';

/** What a filter is called on screen. */
export function useFacetLabel(): (filter: OrganizationFilter) => string {
  const text = useText();
  return ({ facet, value }) => {
    if (facet === 'country') return countryName(text.lang, value);
    return text(`taxonomy.${facet === 'kind' ? 'organizationKind' : facet}.${value}`);
  };
}
