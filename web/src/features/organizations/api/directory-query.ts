import { regions } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import { categoryIn, countryIn, listed, oneOf, wordsIn } from '../../../shared/filters/filter-values.js';

/** The directory inside the network as its address asks for it; an empty text is no filter. */
export interface DirectoryQuery {
  readonly q: string;
  readonly sector: (typeof sectors)[number] | '';
  readonly region: (typeof regions)[number] | '';
  readonly country: string;
  readonly category: string;
}

/** Without any filter. */
export const nothing: DirectoryQuery = { q: '', sector: '', region: '', country: '', category: '' };
export const isFiltered = (query: DirectoryQuery): boolean => Object.values(query).some((value) => value !== '');

const names = { q: 'q', sector: 'sector', region: 'region', country: 'pais', category: 'categoria' } as const;

export function readDirectoryQuery(search: URLSearchParams): DirectoryQuery {
  return {
    q: wordsIn(search),
    sector: oneOf(sectors, search.get(names.sector)),
    region: oneOf(regions, search.get(names.region)),
    country: countryIn(search),
    category: categoryIn(search),
  };
}

/** The inverse, with its question mark. */
export function writeDirectoryQuery(query: DirectoryQuery): string {
  const said = (Object.keys(names) as (keyof DirectoryQuery)[]).filter((field) => query[field] !== '');
  return `?${new URLSearchParams(said.map((field) => [names[field], query[field]])).toString()}`;
}

/** As the contract wants it. */
export const asked = ({ q, sector, region, country, category }: DirectoryQuery) => ({
  ...{ q, sector: listed(sector), region: listed(region), country: listed(country), category: listed(category) },
});
