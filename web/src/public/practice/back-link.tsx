import { useText } from '../../shared/texts/use-text.js';
import { filtersOf, readSearch, writeSearch } from '../results/search-query.js';
import type { NetworkVisit } from '../visit.js';

/** To the search the reader came from, if the address says which; else to all practices. */
export function BackLink({ visit }: { visit: NetworkVisit }) {
  const text = useText();
  const query = readSearch(visit.query);
  const searched = query.q === '' ? text('practice.back.filtered') : text('practice.back.search', { q: query.q });
  const cameFromSearch = query.q !== '' || filtersOf(query).length > 0;
  return (
    <nav className="crumbs" aria-label={text('frame.crumbs')}>
      <a href={visit.addressOf('practicas') + writeSearch(query)}>{cameFromSearch ? searched : text('practice.back.all')}</a>
    </nav>
  );
}
