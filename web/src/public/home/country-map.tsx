import { countryName } from '../../shared/format/names.js';
import { useText } from '../../shared/texts/use-text.js';
import { writeSearch } from '../results/search-query.js';
import { TileMap, type CountryTile } from '../../shared/map/tile-map.js';

interface CountryCount {
  readonly value: string;
  readonly count: number;
}

interface Props {
  readonly counts: readonly CountryCount[];
  /** Members by country: none where they could not be asked for. */
  readonly members: readonly CountryCount[];
  readonly practicesHref: string;
  readonly organizationsHref: string;
}

function Table({ tiles }: { tiles: readonly CountryTile[] }) {
  const text = useText();
  return (
    <table className="table">
      <caption className="sr">{text('home.tableCaption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('home.country')}</th>
          <th scope="col" className="num">
            {text('home.count')}
          </th>
          <th scope="col">{text('home.members')}</th>
        </tr>
      </thead>
      <tbody>
        {tiles.map(({ country, count, href, seat }) => (
          <tr key={country}>
            <td>
              <a href={href}>{countryName(text.lang, country)}</a>
            </td>
            <td className="num" data-th={text('home.count')}>
              {count}
            </td>
            <td data-th={text('home.members')}>{text(seat === true ? 'home.withMembers' : 'home.noMembers')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Countries of records, and those that only members are of, which lead to the directory. */
function useTiles({ counts, members, practicesHref, organizationsHref }: Props): CountryTile[] {
  const text = useText();
  const seats = new Set(members.map(({ value }) => value));
  const told = (country: string, count: number) => {
    const said = text('home.tile', { country: countryName(text.lang, country), count });
    return seats.has(country) ? text('home.tileWithMembers', { said }) : said;
  };
  const recorded = counts.map(({ value: country, count }) => ({
    country,
    count,
    href: practicesHref + writeSearch({ country: [country] }),
  }));
  const others = members
    .filter(({ value }) => !counts.some((one) => one.value === value))
    .map(({ value: country }) => ({
      country,
      count: 0,
      href: `${organizationsHref}?${new URLSearchParams({ country, kind: 'member' }).toString()}`,
    }));
  return [...recorded, ...others].map((tile) => ({ ...tile, seat: seats.has(tile.country), label: told(tile.country, tile.count) }));
}

/** Where the records come from and who takes part: drawn, and in a table, which is all that a phone gets. */
export function CountryMap(props: Props) {
  const text = useText();
  const tiles = useTiles(props);
  return (
    <section className="part" aria-labelledby="donde">
      <header>
        <h2 id="donde">{text('home.where')}</h2>
        <p>
          {text('home.whereNote')} <a href={props.organizationsHref}>{text('home.directory')}</a>
        </p>
      </header>
      <div className="stack">
        <TileMap tiles={tiles} />
        <p className="legend">
          <span>
            <span className="key fill" />
            {text('home.key')}
          </span>
          {props.members.length > 0 && (
            <span>
              <span className="key" />
              {text('home.keyMembers')}
            </span>
          )}
        </p>
        <details>
          <summary>{text('home.table')}</summary>
          <Table tiles={tiles} />
        </details>
      </div>
    </section>
  );
}
