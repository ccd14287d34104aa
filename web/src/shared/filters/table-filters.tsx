import { useText } from '../texts/use-text.js';
import { WordSearch } from './word-search.js';

/** One list to choose from; the empty value is no filter. */
export interface Facet<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly (readonly [value: string, name: string])[];
}

interface Props<Name extends string> {
  readonly query: Readonly<Record<Name | 'q', string>>;
  readonly facets: readonly Facet<Name>[];
  readonly onChange: (name: Name | 'q', value: string) => void;
  /** Takes every filter back; null where none is set. */
  readonly onClear?: (() => void) | null;
  /** How many rows there are. */
  readonly said?: string;
}

/** Words and lists by which the rows of a table are chosen. */
export function TableFilters<Name extends string>({ query, facets, onChange, onClear, said }: Props<Name>) {
  const text = useText();
  return (
    <div className="filters is-many">
      <WordSearch
        key={query.q}
        label={text('members.search')}
        press={text('members.press')}
        sought={query.q}
        onSeek={(q) => onChange('q', q)}
      />
      {facets.map(({ name, label, options }) => (
        <div key={name}>
          <label htmlFor={name}>{label}</label>
          <select id={name} value={query[name]} onChange={({ target }) => onChange(name, target.value)}>
            <option value="">{text('members.any')}</option>
            {options.map(([value, shown]) => (
              <option key={value} value={value}>
                {shown}
              </option>
            ))}
          </select>
        </div>
      ))}
      {onClear && (
        <button className="button second" type="button" onClick={onClear}>
          {text('members.clear')}
        </button>
      )}
      {said !== undefined && (
        <p className="downloads" role="status">
          {said}
        </p>
      )}
    </div>
  );
}
