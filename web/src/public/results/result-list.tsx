import { PracticeResult } from '../../shared/parts/practice-result.js';
import { useText } from '../../shared/texts/use-text.js';
import { Chips } from '../facets/chips.js';
import { facetLabel } from './facet-label.js';
import { NoResults } from './no-results.js';
import type { ResultsProps } from './results-page.js';
import { filtersOf, withoutFilter, withoutFilters, writeSearch, type SearchQuery } from './search-query.js';
import { SortMenu } from './sort-menu.js';

function ActiveFilters({ query, found, visit }: ResultsProps) {
  const to = (changed: SearchQuery) => visit.addressOf('practicas') + writeSearch(changed);
  const chips = filtersOf(query).map((filter) => ({ label: facetLabel(found.facets, filter), href: to(withoutFilter(query, filter)) }));
  return <Chips chips={chips} clearHref={to(withoutFilters(query))} />;
}

/** To the rest of the list. How many follow is known on its first page only. */
function Paging({ query, found, visit }: ResultsProps) {
  const text = useText();
  const to = (cursor: string | null) => visit.addressOf('practicas') + writeSearch({ ...query, cursor });
  const left = Math.min(found.total - found.items.length, found.items.length);
  if (found.nextCursor === null && query.cursor === null) return null;
  return (
    <p className="more buttons">
      {found.nextCursor !== null && (
        <a className="button second" href={to(found.nextCursor)} rel="next">
          {query.cursor === null ? text('results.more', { count: left }) : text('results.moreOnwards')}
        </a>
      )}
      {query.cursor !== null && (
        <a className="button second" href={to(null)}>
          {text('results.first')}
        </a>
      )}
    </p>
  );
}

function Found(props: ResultsProps) {
  const { query, found, visit } = props;
  const text = useText();
  const asked = writeSearch({ ...query, cursor: null });
  const isMixed = found.items.some(({ languages }) => 'title' in languages || 'summary' in languages);
  return (
    <>
      {isMixed && <p className="notice">{text('results.language')}</p>}
      <ol className="results">
        {found.items.map((practice) => (
          <PracticeResult
            key={practice.slug}
            practice={practice}
            href={`${visit.addressOf('practicas')}/${practice.slug}${asked}`}
            level={3}
          />
        ))}
      </ol>
      {found.nextCursor === null && found.totalIsLowerBound && <p className="hint">{text('results.narrow')}</p>}
      <Paging {...props} />
    </>
  );
}

/** Count and order always in sight; the filters in use; what was found, or ways out. */
export function ResultList({ feedHref, ...props }: ResultsProps & { readonly feedHref: string }) {
  const { query, found } = props;
  const text = useText();
  return (
    <section aria-labelledby="cuenta" data-live="list">
      <div className="listing-head">
        <h2 id="cuenta">{text(found.totalIsLowerBound ? 'results.countAtLeast' : 'results.count', { count: found.total })}</h2>
        <p className="quiet-text">
          <a href={feedHref}>{text('openData.subscribe')}</a>
        </p>
        {found.total > 1 && <SortMenu query={query} />}
      </div>
      <ActiveFilters {...props} />
      {found.items.length === 0 ? <NoResults {...props} /> : <Found {...props} />}
    </section>
  );
}
