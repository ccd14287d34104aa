import { useText } from '../texts/use-text.js';
import { regions, side, tileOf } from './tiles.js';

/** A country with how many are of it, and where they are listed. */
export interface CountryTile {
  readonly country: string;
  readonly count: number;
  readonly href: string;
  /** What is told of it: "Chile: 3 registros". */
  readonly label: string;
  /** Marked by a border. */
  readonly seat?: boolean;
}

/** From this many on, a tile is filled. */
const many = 10;

function Tile({ country, count, href, label, seat = false }: CountryTile) {
  const place = tileOf(country);
  if (place === null) return null;
  const middle = place.x + side / 2;
  const marks = [...(count >= many ? ['many'] : []), ...(seat ? ['seat'] : [])].join(' ');
  return (
    <a href={href} className={marks === '' ? undefined : marks} tabIndex={-1}>
      <title>{label}</title>
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

/** Hidden from who hears the page: a table beside it says the same. */
export function TileMap({ tiles }: { tiles: readonly CountryTile[] }) {
  const text = useText();
  return (
    <svg className="tilemap" viewBox="0 -22 646 346" aria-hidden="true">
      {regions.map(({ name, x, y }) => (
        <text key={name} className="region" x={x} y={y}>
          {text(`home.region.${name}`)}
        </text>
      ))}
      {tiles.map((tile) => (
        <Tile key={tile.country} {...tile} />
      ))}
    </svg>
  );
}
