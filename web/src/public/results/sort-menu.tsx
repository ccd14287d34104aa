import { useText } from '../../shared/texts/use-text.js';
import { formId, sortOf, sorts, usualSort, type SearchQuery } from './search-query.js';

/** Part of the search's form; without a script the search button applies it. The usual order is not asked for, so that it follows the words. */
export function SortMenu({ query }: { query: SearchQuery }) {
  const text = useText();
  const usual = usualSort(query);
  const others = sorts.filter((sort) => sort !== usual && sort !== 'relevance');
  const chosen = sortOf(query);
  return (
    <div className="filters">
      <label htmlFor="orden">{text('results.sortLabel')}</label>{' '}
      <select id="orden" name="sort" form={formId} defaultValue={chosen === usual ? '' : chosen}>
        <option value="">{text(`results.sort.${usual}`)}</option>
        {others.map((sort) => (
          <option key={sort} value={sort}>
            {text(`results.sort.${sort}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
