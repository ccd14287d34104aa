import { countryName } from '../../../shared/format/names.js';
import { TileMap } from '../../../shared/map/tile-map.js';
import { useText } from '../../../shared/texts/use-text.js';
import { writeQuery, type ActorQuery } from '../api/actor-query.js';

interface Props {
  readonly counts: readonly { readonly value: string; readonly count: number }[];
  readonly query: ActorQuery;
}

/** Where the actors are that the other filters find: drawn, and in a list, which is all that a phone gets. */
export function ActorCountries({ counts, query }: Props) {
  const text = useText();
  if (counts.length === 0) return null;
  const tiles = counts.map(({ value: country, count }) => ({
    country,
    count,
    href: writeQuery({ ...query, country }),
    label: text('actors.tile', { country: countryName(text.lang, country), count }),
  }));
  return (
    <div className="table-tools">
      <details className="column-choice">
        <summary>{text('actors.map')}</summary>
        <TileMap tiles={tiles} />
        <p className="legend">
          <span>
            <span className="key fill" />
            {text('actors.mapKey')}
          </span>
        </p>
        <ul className="ways">
          {tiles.map(({ country, label, href }) => (
            <li key={country}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
