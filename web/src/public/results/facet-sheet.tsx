import type { SearchResult } from '@alianza/contracts/repository/search';
import { countryName } from '../../shared/format/names.js';
import { arms, FiveRs } from '../../shared/mark/five-rs.js';
import { useText } from '../../shared/texts/use-text.js';
import { FacetGroup, type FacetOption } from '../facets/facet-group.js';
import { FilterSheet } from '../facets/filter-sheet.js';
import { facetLabel } from './facet-label.js';
import { formId, type FacetName, type SearchQuery } from './search-query.js';

interface Props {
  readonly query: SearchQuery;
  readonly found: SearchResult;
}

/** Values with their counts; one that is chosen stays in sight even when nothing is left of it. */
function optionsOf({ query, found }: Props, facet: FacetName, label: (value: string) => string): FacetOption[] {
  const counted: readonly { value: string; count: number }[] = found.facets[facet];
  const chosen: readonly string[] = query[facet];
  const gone = chosen.filter((value) => !counted.some((one) => one.value === value)).map((value) => ({ value, count: 0 }));
  return [...counted, ...gone].map(({ value, count }) => ({ value, count, label: label(value), checked: chosen.includes(value) }));
}

/** The filters of the search: beside the list, or a sheet on a phone. */
export function FacetSheet(props: Props) {
  const text = useText();
  const label = (facet: FacetName) => (value: string) => facetLabel(text, { facet, value });
  const inOrder = optionsOf(props, 'fiveR', label('fiveR'));
  const fiveRs = arms.map((arm) => {
    const option = inOrder.find(({ value }) => value === arm) ?? { value: arm, count: 0, label: label('fiveR')(arm), checked: false };
    return { ...option, mark: <FiveRs touched={[arm]} /> };
  });
  const countries = optionsOf(props, 'country', (code) => countryName(text.lang, code));
  return (
    <FilterSheet formId={formId} see={text('results.see', { count: props.found.total })}>
      <FacetGroup formId={formId} name="fiveR" title={text('results.facet.fiveR')} options={fiveRs} />
      <FacetGroup formId={formId} name="type" title={text('results.facet.type')} options={optionsOf(props, 'type', label('type'))} />
      <FacetGroup formId={formId} name="country" title={text('results.facet.country')} options={countries} more="results.moreCountries" />
    </FilterSheet>
  );
}
