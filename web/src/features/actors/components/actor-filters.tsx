import { sectors } from '@alianza/contracts/taxonomy';
import { countryFilter } from '../../../shared/forms/countries.js';
import { TableFilters } from '../../../shared/filters/table-filters.js';
import { useText } from '../../../shared/texts/use-text.js';
import { isFiltered, states, type ActorQuery } from '../api/actor-query.js';

interface Props {
  readonly query: ActorQuery;
  readonly change: (change: Partial<ActorQuery>) => void;
  /** Where actors are. */
  readonly countries: readonly string[];
  readonly said: string;
}

/** Which actors are shown. */
export function ActorFilters({ query, change, countries, said }: Props) {
  const text = useText();
  const options = {
    state: states.map((code) => [code, text(`actors.state.${code}`)] as const),
    sector: sectors.map((code) => [code, text(`taxonomy.sector.${code}`)] as const),
    country: countryFilter(text.lang, countries, query.country),
  };
  return (
    <TableFilters
      query={query}
      facets={(['state', 'sector', 'country'] as const).map((name) => ({
        name,
        label: text(`actors.column.${name}`),
        options: options[name],
      }))}
      onChange={(name, value) => change({ [name]: value })}
      onClear={isFiltered(query) ? () => change({ q: '', state: '', sector: '', country: '' }) : null}
      said={said}
    />
  );
}
