import { regions } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import { WordSearch } from '../../../shared/forms/word-search.js';
import { countryName } from '../../../shared/format/names.js';
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
  const { compare } = new Intl.Collator(text.lang);
  const named = [...new Set([...countries, ...(chosen === '' ? [] : [chosen])])].map(
    (code) => [code, countryName(text.lang, code)] as const,
  );
  return {
    status: statuses.map((code) => [code, text(`members.status.${code}`)]),
    category: categories.map(({ code, label }) => [code, label]),
    sector: sectors.map((code) => [code, text(`taxonomy.sector.${code}`)]),
    region: regions.map((code) => [code, text(`taxonomy.region.${code}`)]),
    country: named.sort(([, one], [, other]) => compare(one, other)),
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
    <div className="filters is-many">
      <WordSearch
        key={query.q}
        label={text('members.search')}
        press={text('members.press')}
        sought={query.q}
        onSeek={(q) => change({ q })}
      />
      {(Object.keys(options) as Facet[]).map((facet) => (
        <div key={facet}>
          <label htmlFor={facet}>{text(`members.filter.${facet}`)}</label>
          <select id={facet} value={query[facet]} onChange={(event) => change({ [facet]: event.target.value })}>
            <option value="">{text('members.any')}</option>
            {options[facet].map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ))}
      {isFiltered(query) && (
        <button className="button second" type="button" onClick={() => change(nothing)}>
          {text('members.clear')}
        </button>
      )}
      <p className="downloads" role="status">
        {said}
      </p>
    </div>
  );
}
