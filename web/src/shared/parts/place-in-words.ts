interface Where {
  readonly place: string | null;
  /** Names, in the reader's language. */
  readonly countries: readonly string[];
  /** What to say of what belongs to no country. */
  readonly international: string;
}

const mostNamed = 3;

/** "Iztapalapa, Ciudad de México, México": the place and its countries; a place that already ends in its country is left as it is. */
export function placeInWords({ place, countries, international }: Where): string {
  if (countries.length === 0) return place ?? international;
  const named = countries.length > mostNamed ? [...countries.slice(0, mostNamed), '…'] : countries;
  const last = place?.split(',').at(-1)?.trim();
  const missing = named.filter((country) => country !== last);
  return [place, ...missing].filter((part) => part !== null).join(', ');
}
