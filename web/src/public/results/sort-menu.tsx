import { useText } from '../../shared/texts/use-text.js';
import { formId, sortOf, sorts, type SearchQuery } from './search-query.js';

/** Part of the search's form; without a script the search button applies it. Relevance needs words. */
export function SortMenu({ query }: { query: SearchQuery }) {
  const text = useText();
  const offered = sorts.filter((sort) => sort !== 'relevance' || query.q !== '');
  return (
    <div className="filters">
      <label htmlFor="orden">{text('results.sortLabel')}</label>{' '}
      <select id="orden" name="sort" form={formId} defaultValue={sortOf(query)}>
        {offered.map((sort) => (
          <option key={sort} value={sort}>
            {text(`results.sort.${sort}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
