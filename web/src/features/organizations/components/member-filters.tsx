import { regions } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import { countryFilter } from '../../../shared/forms/countries.js';
import { TableFilters } from '../../../shared/filters/table-filters.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { isFiltered, letters, statuses, titulars, type MemberQuery } from '../api/member-query.js';

interface Props {
  readonly query: MemberQuery;
  readonly change: (change: Partial<MemberQuery>) => void;
  /** Where members are. */
  readonly countries: readonly string[];
  readonly said: string;
}

type Facet = 'status' | 'category' | 'sector' | 'region' | 'country' | 'titular' | 'letter';

/** What each filter offers, by value and name. */
function useOptions(countries: readonly string[], chosen: string): Record<Facet, readonly (readonly [string, string])[]> {
  const text = useText();
  const { categories } = useNetwork();
  return {
    status: statuses.map((code) => [code, text(`members.status.${code}`)]),
    category: categories.map(({ code, label }) => [code, label]),
    sector: sectors.map((code) => [code, text(`taxonomy.sector.${code}`)]),
    region: regions.map((code) => [code, text(`taxonomy.region.${code}`)]),
    country: countryFilter(text.lang, countries, chosen),
    titular: titulars.map((code) => [code, text(`members.titular.${code}`)]),
    letter: letters.map((code) => [code, text(`members.letter.${code}`)]),
  };
}

/** Which members are shown. */
export function MemberFilters({ query, change, countries, said }: Props) {
  const text = useText();
  const options = useOptions(countries, query.country);
  const nothing = { q: '', status: '', category: '', sector: '', region: '', country: '', letter: '', titular: '' } as const;
  return (
    <TableFilters
      query={query}
      facets={(Object.keys(options) as Facet[]).map((name) => ({ name, label: text(`members.filter.${name}`), options: options[name] }))}
      onChange={(name, value) => change({ [name]: value })}
      onClear={isFiltered(query) ? () => change(nothing) : null}
      said={said}
    />
  );
}
