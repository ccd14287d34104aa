import { regions } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';

/** The directory inside the network as its address asks for it; an empty text is no filter. */
export interface DirectoryQuery {
  readonly q: string;
  readonly sector: (typeof sectors)[number] | '';
  readonly region: (typeof regions)[number] | '';
  readonly country: string;
}

/** Without any filter. */
export const nothing: DirectoryQuery = { q: '', sector: '', region: '', country: '' };
export const isFiltered = (query: DirectoryQuery): boolean => Object.values(query).some((value) => value !== '');

const names = { q: 'q', sector: 'sector', region: 'region', country: 'pais' } as const;
const one = <T extends string>(known: readonly T[], asked: string | null): T | '' => known.find((value) => value === asked) ?? '';

export function readDirectoryQuery(search: URLSearchParams): DirectoryQuery {
  const country = search.get(names.country) ?? '';
  return {
    q: (search.get(names.q) ?? '').trim().slice(0, 100),
    sector: one(sectors, search.get(names.sector)),
    region: one(regions, search.get(names.region)),
    country: /^[A-Z]{2}$/.test(country) ? country : '',
  };
}

/** The inverse, with its question mark. */
export function writeDirectoryQuery(query: DirectoryQuery): string {
  const said = (Object.keys(names) as (keyof DirectoryQuery)[]).filter((field) => query[field] !== '');
  return `?${new URLSearchParams(said.map((field) => [names[field], query[field]])).toString()}`;
}

const few = <T extends string>(value: T | ''): T[] => (value === '' ? [] : [value]);

/** As the contract wants it. */
export const asked = ({ q, sector, region, country }: DirectoryQuery) => ({
  ...{ q, sector: few(sector), region: few(region), country: few(country) },
});
