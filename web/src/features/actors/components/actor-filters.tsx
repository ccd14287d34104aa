import { sectors } from '@alianza/contracts/taxonomy';
import { WordSearch } from '../../../shared/forms/word-search.js';
import { countryName } from '../../../shared/format/names.js';
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
  const { compare } = new Intl.Collator(text.lang);
  const places = [...new Set([...countries, ...(query.country === '' ? [] : [query.country])])]
    .map((code) => [code, countryName(text.lang, code)] as const)
    .sort(([, one], [, other]) => compare(one, other));
  const options = {
    state: states.map((code) => [code, text(`actors.state.${code}`)] as const),
    sector: sectors.map((code) => [code, text(`taxonomy.sector.${code}`)] as const),
    country: places,
  };
  return (
    <div className="filters is-many">
      <WordSearch
        key={query.q}
        label={text('members.search')}
        press={text('members.press')}
        sought={query.q}
        onSeek={(q) => change({ q })}
      />
      {(['state', 'sector', 'country'] as const).map((facet) => (
        <div key={facet}>
          <label htmlFor={facet}>{text(`actors.column.${facet}`)}</label>
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
        <button className="button second" type="button" onClick={() => change({ q: '', state: '', sector: '', country: '' })}>
          {text('members.clear')}
        </button>
      )}
      <p className="downloads" role="status">
        {said}
      </p>
    </div>
  );
}
