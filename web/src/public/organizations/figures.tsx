import { useText } from '../../shared/texts/use-text.js';
import { TileMap } from '../home/tile-map.js';
import { useFacetLabel } from './facet-label.js';
import type { OrganizationFilter } from './organization-query.js';
import type { DirectoryProps } from './organizations-page.js';

interface Props {
  readonly facet: 'sector' | 'region' | 'country';
  readonly title: string;
  readonly column: string;
  readonly directory: DirectoryProps;
}

const addressOf = ({ visit }: DirectoryProps, { facet, value }: OrganizationFilter) =>
  `${visit.addressOf('organizaciones')}?${new URLSearchParams({ [facet]: value }).toString()}`;

function FiguresTable({ facet, title, column, directory }: Props) {
  const text = useText();
  const label = useFacetLabel();
  return (
    <table className="table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{column}</th>
          <th scope="col" className="num">
            {text('organizations.number')}
          </th>
        </tr>
      </thead>
      <tbody>
        {directory.all.facets[facet].map(({ value, count }) => (
          <tr key={value}>
            <td>
              <a href={addressOf(directory, { facet, value })}>{label({ facet, value })}</a>
            </td>
            <td className="num" data-th={text('organizations.number')}>
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The whole directory in figures: how many of each sector and in each country. */
export function Figures(directory: DirectoryProps) {
  const text = useText();
  const label = useFacetLabel();
  if (directory.all.total === 0) return null;
  const tiles = directory.all.facets.country.map(({ value: country, count }) => ({
    country,
    count,
    href: addressOf(directory, { facet: 'country', value: country }),
    label: text('organizations.tile', { country: label({ facet: 'country', value: country }), count }),
  }));
  return (
    <section className="part" aria-labelledby="cifras">
      <header>
        <h2 id="cifras">{text('organizations.figures')}</h2>
        <p>{text('organizations.figuresNote')}</p>
      </header>
      <div className="stack">
        <TileMap tiles={tiles} />
        <p className="legend">
          <span>
            <span className="key fill" />
            {text('organizations.key')}
          </span>
        </p>
        <div className="pair">
          <FiguresTable
            facet="sector"
            title={text('organizations.bySector')}
            column={text('organizations.facet.sector')}
            directory={directory}
          />
          <FiguresTable
            facet="region"
            title={text('organizations.byRegion')}
            column={text('organizations.facet.region')}
            directory={directory}
          />
          <FiguresTable
            facet="country"
            title={text('organizations.byCountry')}
            column={text('organizations.facet.country')}
            directory={directory}
          />
        </div>
      </div>
    </section>
  );
}
