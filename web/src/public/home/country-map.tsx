import { countryName } from '../../shared/format/names.js';
import { useText } from '../../shared/texts/use-text.js';
import { writeSearch } from '../results/search-query.js';
import { regions, side, tileOf } from './tiles.js';

interface CountryCount {
  readonly value: string;
  readonly count: number;
}

interface Props {
  readonly counts: readonly CountryCount[];
  readonly practicesHref: string;
  readonly organizationsHref: string;
}

/** From this many on, a tile is filled. */
const many = 10;

function Tile({ country, count, href }: { country: string; count: number; href: string }) {
  const text = useText();
  const place = tileOf(country);
  if (place === null) return null;
  const middle = place.x + side / 2;
  return (
    <a href={href} className={count >= many ? 'many' : undefined} tabIndex={-1}>
      <title>{text('home.tile', { country: countryName(text.lang, country), count })}</title>
      <rect x={place.x} y={place.y} width={side} height={side} rx="4" />
      <text x={middle} y={place.y + 22}>
        {count}
      </text>
      <text className="code" x={middle} y={place.y + 34}>
        {country}
      </text>
    </a>
  );
}

type Linked = CountryCount & { readonly href: string };

/** Hidden from who hears the page: the table beside it says the same. */
function Tiles({ countries }: { countries: readonly Linked[] }) {
  const text = useText();
  return (
    <svg className="tilemap" viewBox="0 -22 646 346" aria-hidden="true">
      {regions.map(({ name, x, y }) => (
        <text key={name} className="region" x={x} y={y}>
          {text(`home.region.${name}`)}
        </text>
      ))}
      {countries.map(({ value, count, href }) => (
        <Tile key={value} country={value} count={count} href={href} />
      ))}
    </svg>
  );
}

function Table({ countries }: { countries: readonly Linked[] }) {
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
        </tr>
      </thead>
      <tbody>
        {countries.map(({ value, count, href }) => (
          <tr key={value}>
            <td>
              <a href={href}>{countryName(text.lang, value)}</a>
            </td>
            <td className="num" data-th={text('home.count')}>
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the records come from: drawn, and in a table, which is all that a phone gets. */
export function CountryMap({ counts, practicesHref, organizationsHref }: Props) {
  const text = useText();
  const countries = counts.map((one) => ({ ...one, href: practicesHref + writeSearch({ country: [one.value] }) }));
  return (
    <section className="part" aria-labelledby="donde">
      <header>
        <h2 id="donde">{text('home.where')}</h2>
        <p>
          {text('home.whereNote')} <a href={organizationsHref}>{text('home.directory')}</a>
        </p>
      </header>
      <div className="stack">
        <Tiles countries={countries} />
        <p className="legend">
          <span>
            <span className="key fill" />
            {text('home.key')}
          </span>
        </p>
        <details>
          <summary>{text('home.table')}</summary>
          <Table countries={countries} />
        </details>
      </div>
    </section>
  );
}
