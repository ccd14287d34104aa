import { Link } from 'react-router';
import { countryName } from '../../../shared/format/names.js';
import { numberIn } from '../../../shared/format/numbers.js';
import { TileMap } from '../../../shared/map/tile-map.js';
import type { Output } from '../../../shared/api/call.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { writeDirectoryQuery, type DirectoryQuery } from '../api/directory-query.js';

type Counts = Output<'membership.members.directory'>['counts'];

interface Props {
  readonly title: string;
  readonly column: string;
  readonly rows: readonly { readonly value: string; readonly count: number; readonly name: string; readonly to: string }[];
}

function Table({ title, column, rows }: Props) {
  const text = useText();
  return (
    <div>
      <table className="table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col" className="num">
              {text('members.directory.number')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, count, name, to }) => (
            <tr key={value}>
              <td>
                <Link to={to}>{name}</Link>
              </td>
              <td className="num" data-th={text('members.directory.number')}>
                {numberIn(text.lang, count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where the members are and of which sectors, as far as they show it: drawn, and in tables. Each figure leads to those it counts. */
export function DirectoryCounts({ counts: { sector, region, country }, query }: { counts: Counts; query: DirectoryQuery }) {
  const text = useText();
  const address = useAddress();
  const toOf = (field: 'sector' | 'region' | 'country', value: string) =>
    address('miembro/organizaciones') + writeDirectoryQuery({ ...query, [field]: value });
  const tiles = country.map(({ value, count }) => ({
    country: value,
    count,
    href: toOf('country', value),
    label: text('members.directory.tile', { country: countryName(text.lang, value), count }),
  }));
  return (
    <section className="part" aria-labelledby="cifras">
      <h2 id="cifras">{text('members.directory.map')}</h2>
      <div className="stack">
        <TileMap tiles={tiles} />
        <p className="legend">
          <span>
            <span className="key fill" />
            {text('members.directory.key')}
          </span>
        </p>
        <div className="pair">
          <Table
            title={text('members.directory.bySector')}
            column={text('members.column.sector')}
            rows={sector.map((one) => ({ ...one, name: text(`taxonomy.sector.${one.value}`), to: toOf('sector', one.value) }))}
          />
          <Table
            title={text('members.directory.byRegion')}
            column={text('members.column.region')}
            rows={region.map((one) => ({ ...one, name: text(`taxonomy.region.${one.value}`), to: toOf('region', one.value) }))}
          />
          <Table
            title={text('members.directory.byCountry')}
            column={text('members.column.country')}
            rows={country.map((one) => ({ ...one, name: countryName(text.lang, one.value), to: toOf('country', one.value) }))}
          />
        </div>
      </div>
    </section>
  );
}
