import { regions } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import { useState, type SyntheticEvent } from 'react';
import { countryName } from '../../../shared/format/names.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useText } from '../../../shared/texts/use-text.js';
import { isFiltered, letters, statuses, type MemberQuery } from '../api/member-query.js';

interface Props {
  readonly query: MemberQuery;
  readonly change: (change: Partial<MemberQuery>) => void;
  /** Where members are. */
  readonly countries: readonly string[];
  readonly said: string;
}

type Facet = 'status' | 'category' | 'sector' | 'region' | 'country' | 'letter';

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
    letter: letters.map((code) => [code, text(`members.letter.${code}`)]),
  };
}

/** Words are looked for when they have been said, every other filter at once. */
function Words({ query, change }: Pick<Props, 'query' | 'change'>) {
  const text = useText();
  const [words, say] = useState(query.q);
  const search = (event: SyntheticEvent) => {
    event.preventDefault();
    change({ q: words.trim() });
  };
  return (
    <form role="search" onSubmit={search}>
      <label htmlFor="words">{text('members.search')}</label>
      <div className="with-button">
        <input className="input" id="words" type="search" maxLength={100} value={words} onChange={(event) => say(event.target.value)} />
        <button className="button second" type="submit">
          {text('members.press')}
        </button>
      </div>
    </form>
  );
}

/** Which members are shown. */
export function MemberFilters({ query, change, countries, said }: Props) {
  const text = useText();
  const options = useOptions(countries, query.country);
  const nothing = { q: '', status: '', category: '', sector: '', region: '', country: '', letter: '' } as const;
  return (
    <div className="filters is-many">
      <Words key={query.q} query={query} change={change} />
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
