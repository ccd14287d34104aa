import type { LetterState, MemberColumn, MemberRow, TitularState } from '@alianza/contracts/membership/directory/members';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import { regions } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import type { Input } from '../../../shared/api/call.js';
import { categoryIn, countryIn, listed, oneOf, wordsIn } from '../../../shared/filters/filter-values.js';

type Wanted = Input<'membership.members.list'>;
export type Sort = NonNullable<Wanted['sort']>;

export const statuses = ['active', 'suspended', 'withdrawn'] as const satisfies readonly OrganizationStatus[];
export const letters = ['missing', 'expired', 'alternate', 'expiring', 'valid'] as const satisfies readonly LetterState[];
export const titulars = ['present', 'invited', 'expired', 'missing'] as const satisfies readonly TitularState[];
/** The name always stands first. */
export const columns = [
  'acronym',
  'sector',
  'country',
  'region',
  'category',
  'since',
  'status',
  'titular',
  'letter',
  'letter-until',
  'languages',
  'website',
  'listed',
] as const satisfies readonly MemberColumn[];
export type Column = (typeof columns)[number];
const usual: readonly Column[] = ['sector', 'country', 'category', 'status', 'letter'];

/** Columns by which the list is put in order, and what that is called in the address. */
export const sorts: Readonly<Partial<Record<MemberColumn, Sort>>> = {
  name: 'name',
  country: 'country',
  since: 'since',
  'letter-until': 'letter',
};
const sortNames = ['name', 'country', 'since', 'letter'] as const satisfies readonly Sort[];

/** The table as its address asks for it; an empty text is no filter. */
export interface MemberQuery {
  readonly q: string;
  readonly status: OrganizationStatus | '';
  readonly category: string;
  readonly sector: (typeof sectors)[number] | '';
  readonly region: (typeof regions)[number] | '';
  readonly country: string;
  readonly letter: LetterState | '';
  readonly titular: TitularState | '';
  readonly sort: Sort;
  readonly order: 'asc' | 'desc';
  readonly columns: readonly Column[];
}

export function readQuery(search: URLSearchParams): MemberQuery {
  const chosen = search.get('columnas')?.split(' ');
  return {
    q: wordsIn(search),
    status: oneOf(statuses, search.get('estado')),
    category: categoryIn(search),
    sector: oneOf(sectors, search.get('sector')),
    region: oneOf(regions, search.get('region')),
    country: countryIn(search),
    letter: oneOf(letters, search.get('oficio')),
    titular: oneOf(titulars, search.get('titular')),
    sort: oneOf(sortNames, search.get('orden')) || 'name',
    order: search.get('sentido') === 'desc' ? 'desc' : 'asc',
    columns: chosen === undefined ? usual : columns.filter((column) => chosen.includes(column)),
  };
}

/** The inverse, with its question mark; what is usual is left out. */
export function writeQuery(query: MemberQuery): string {
  const search = new URLSearchParams();
  const say = (name: string, value: string) => value !== '' && search.set(name, value);
  say('q', query.q);
  say('estado', query.status);
  say('categoria', query.category);
  say('sector', query.sector);
  say('region', query.region);
  say('pais', query.country);
  say('oficio', query.letter);
  say('titular', query.titular);
  if (query.sort !== 'name') search.set('orden', query.sort);
  if (query.order === 'desc') search.set('sentido', 'desc');
  if (query.columns.join(' ') !== usual.join(' ')) search.set('columnas', query.columns.join(' '));
  return `?${search.toString()}`;
}

/** As the contract wants it. */
export const filterOf = ({ q, status, category, sector, region, country, letter, titular, sort, order }: MemberQuery) => ({
  ...{
    q,
    sort,
    order,
    status: listed(status),
    category: listed(category),
    sector: listed(sector),
    region: listed(region),
    country: listed(country),
  },
  ...(letter !== '' && { letter }),
  ...(titular !== '' && { titular }),
});

export const isFiltered = ({ q, status, category, sector, region, country, letter, titular }: MemberQuery): boolean =>
  [q, status, category, sector, region, country, letter, titular].some((value) => value !== '');

export type Row = MemberRow;
