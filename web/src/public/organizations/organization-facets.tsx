import { useText } from '../../shared/texts/use-text.js';
import { FacetGroup, type FacetOption } from '../facets/facet-group.js';
import { FilterSheet } from '../facets/filter-sheet.js';
import { useFacetLabel } from './facet-label.js';
import { filtersOf, formId, writeQuery, type OrganizationFilter } from './organization-query.js';
import type { DirectoryProps } from './organizations-page.js';

const kindOrder = ['member', 'actor'];

/** The filters of the directory: beside the list, or a sheet on a phone. */
export function OrganizationFacets({ query, both, visit }: DirectoryProps) {
  const text = useText();
  const label = useFacetLabel();
  const chosen = filtersOf(query);
  const clearHref = chosen.length > 0 ? visit.addressOf('organizaciones') + writeQuery({ q: query.q }) : null;
  const optionsOf = (facet: OrganizationFilter['facet']): FacetOption[] =>
    both.facets[facet].map(({ value, count }) => ({
      value,
      count,
      label: label({ facet, value }),
      checked: chosen.some((filter) => filter.facet === facet && filter.value === value),
    }));
  const kinds = optionsOf('kind').sort((a, b) => kindOrder.indexOf(a.value) - kindOrder.indexOf(b.value));
  return (
    <FilterSheet formId={formId} see={text('organizations.see', { count: both.total })} clearHref={clearHref}>
      <FacetGroup formId={formId} name="kind" title={text('organizations.facet.kind')} options={kinds} />
      <FacetGroup formId={formId} name="sector" title={text('organizations.facet.sector')} options={optionsOf('sector')} />
      <FacetGroup formId={formId} name="region" title={text('organizations.facet.region')} options={optionsOf('region')} />
      <FacetGroup
        formId={formId}
        name="country"
        title={text('organizations.facet.country')}
        options={optionsOf('country')}
        more="organizations.moreCountries"
      />
    </FilterSheet>
  );
}
