import { side, tileOf, tiled } from '../../shared/map/tiles.js';

/** Where in the world a record is from, on the tiles of the home page. The words beside it say the same, so it is drawn for the eye alone. */
export function SmallMap({ countries }: { countries: readonly string[] }) {
  if (!countries.some((country) => tileOf(country) !== null)) return null;
  return (
    <svg className="small-map" viewBox="0 0 646 324" aria-hidden="true">
      {tiled.map((country) => {
        const place = tileOf(country);
        const isHere = countries.includes(country);
        return (
          place && <rect key={country} className={isHere ? 'here' : undefined} x={place.x} y={place.y} width={side} height={side} rx="4" />
        );
      })}
    </svg>
  );
}
