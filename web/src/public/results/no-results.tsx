import { Void } from '../../shared/parts/void.js';
import { useText } from '../../shared/texts/use-text.js';
import { HelpLink } from '../statements/help-link.js';
import { facetLabel } from './facet-label.js';
import type { ResultsProps } from './results-page.js';
import { filtersOf, withoutFilter, withoutFilters, writeSearch, type SearchQuery } from './search-query.js';

function useTitle({ q }: SearchQuery, isFiltered: boolean): string {
  const text = useText();
  if (q === '') return text('results.noneHere');
  return text(isFiltered ? 'results.noneFiltered' : 'results.noneFor', { words: q });
}

/** Nothing was found: fewer filters, other words, everything, or adding what is missing. */
export function NoResults({ query, found, visit }: ResultsProps) {
  const text = useText();
  const filters = filtersOf(query);
  const to = (changed: Partial<SearchQuery>) => visit.addressOf('practicas') + writeSearch(changed);
  return (
    <Void title={useTitle(query, filters.length > 0)} level={3}>
      <ul className="ways">
        {filters.length > 1 &&
          filters.map((filter) => (
            <li key={`${filter.facet} ${filter.value}`}>
              <a href={to(withoutFilter(query, filter))}>{text('results.ways.without', { name: facetLabel(found.facets, filter) })}</a>
            </li>
          ))}
        {filters.length > 0 && query.q !== '' && (
          <li>
            <a href={to(withoutFilters(query))}>{text('results.ways.unfiltered', { words: query.q })}</a>
          </li>
        )}
        {query.q !== '' && (
          <li>
            {text('results.ways.fewer')}. <HelpLink about="search" visit={visit} />
          </li>
        )}
        <li>
          <a href={to({})}>{text('results.ways.all')}</a>
        </li>
        <li>
          {text('results.ways.ask')} <a href={visit.addressOf('contacto')}>{text('frame.link.contact')}</a>
        </li>
        <li>
          {text('results.ways.share')} <a href={visit.addressOf('solicitud')}>{text('results.ways.apply')}</a>
        </li>
      </ul>
    </Void>
  );
}
