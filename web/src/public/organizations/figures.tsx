import { useText } from '../../shared/texts/use-text.js';
import { TileMap } from '../../shared/map/tile-map.js';
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

type Facet = Props['facet'];

/** Of each value how many take part, and how many only stand on the map; those with the most members first. */
function countsOf({ members, outside }: DirectoryProps, facet: Facet) {
  const inside = new Map(members.facets[facet].map(({ value, count }) => [value, count]));
  const others = new Map(outside.facets[facet].map(({ value, count }) => [value, count]));
  return [...new Set([...inside.keys(), ...others.keys()])].map((value) => ({
    ...{ value, members: inside.get(value) ?? 0, actors: others.get(value) ?? 0 },
  }));
}

function FiguresTable({ facet, title, column, directory }: Props) {
  const text = useText();
  const label = useFacetLabel();
  const heads = [text('organizations.membersNumber'), ...(directory.outside.total > 0 ? [text('organizations.actorsNumber')] : [])];
  return (
    <div>
      <table className="table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            {heads.map((head) => (
              <th scope="col" className="num" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {countsOf(directory, facet).map(({ value, members, actors }) => (
            <tr key={value}>
              <td>
                <a href={addressOf(directory, { facet, value })}>{label({ facet, value })}</a>
              </td>
              {[members, actors].slice(0, heads.length).map((count, place) => (
                <td className="num" data-th={heads[place]} key={heads[place]}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Legend() {
  const text = useText();
  return (
    <p className="legend">
      <span>
        <span className="key fill" />
        {text('organizations.key')}
      </span>
      <span>
        <span className="key" />
        {text('organizations.keyMembers')}
      </span>
    </p>
  );
}

/** The whole directory in figures: how many of each sector and in each country. */
export function Figures(directory: DirectoryProps) {
  const text = useText();
  const label = useFacetLabel();
  if (directory.members.total + directory.outside.total === 0) return null;
  const tiles = countsOf(directory, 'country').map(({ value: country, members, actors }) => ({
    country,
    count: members + actors,
    seat: members > 0,
    href: addressOf(directory, { facet: 'country', value: country }),
    label: text('organizations.tile', { country: label({ facet: 'country', value: country }), members, actors }),
  }));
  return (
    <section className="part" aria-labelledby="cifras">
      <header>
        <h2 id="cifras">{text('organizations.figures')}</h2>
        <p>{text('organizations.figuresNote')}</p>
      </header>
      <div className="stack">
        <TileMap tiles={tiles} />
        <Legend />
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
