import type { SearchResult } from '@alianza/contracts/repository/search';
import { arms, FiveRs } from '../../shared/mark/five-rs.js';
import { useText } from '../../shared/texts/use-text.js';
import { FacetGroup, type FacetOption } from '../facets/facet-group.js';
import { FilterSheet } from '../facets/filter-sheet.js';
import { formId, type FacetName, type SearchQuery } from './search-query.js';

interface Props {
  readonly query: SearchQuery;
  readonly found: SearchResult;
  /** The list without filters; null where none is in use. */
  readonly clearHref: string | null;
}

function optionsOf({ query, found }: Props, facet: FacetName): FacetOption[] {
  const chosen: readonly string[] = query[facet];
  return found.facets[facet].map((option) => ({ ...option, checked: chosen.includes(option.value) }));
}

/** All five with their marks, in the order of the mark; none where nothing is found and none was chosen. */
function useFiveRs(props: Props): FacetOption[] {
  const text = useText();
  const counted = optionsOf(props, 'fiveR');
  if (counted.length === 0 && props.found.total === 0) return [];
  return arms.map((arm) => {
    const option = counted.find(({ value }) => value === arm);
    return { value: arm, count: 0, label: text(`taxonomy.fiveR.${arm}`), checked: false, ...option, mark: <FiveRs touched={[arm]} /> };
  });
}

/** In sight from the start; the rest is one press away, open where something of it is chosen. */
const beside = ['type', 'country', 'level', 'population'] as const satisfies readonly FacetName[];
const folded = ['priorityArea', 'sector', 'sdg', 'language', 'year'] as const satisfies readonly FacetName[];

/** The filters of the search: beside the list, or a sheet on a phone. */
export function FacetSheet(props: Props) {
  const text = useText();
  const { total, totalIsLowerBound: isLowerBound } = props.found;
  const groupOf = (facet: FacetName) => ({ formId, name: facet, title: text(`results.facet.${facet}`), options: optionsOf(props, facet) });
  return (
    <FilterSheet
      formId={formId}
      see={text(isLowerBound ? 'results.seeAtLeast' : 'results.see', { count: total })}
      clearHref={props.clearHref}
    >
      <FacetGroup formId={formId} name="fiveR" title={text('results.facet.fiveR')} options={useFiveRs(props)} />
      {beside.map((facet) => (
        <FacetGroup key={facet} {...groupOf(facet)} more={facet === 'country' ? 'results.moreCountries' : 'results.moreValues'} />
      ))}
      {folded.map((facet) => (
        <FacetGroup key={facet} {...groupOf(facet)} more="results.moreValues" folded />
      ))}
    </FilterSheet>
  );
}
