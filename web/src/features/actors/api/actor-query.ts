import type { ActorRow, ActorState } from '@alianza/contracts/membership/directory/actors';
import { sectors } from '@alianza/contracts/taxonomy';

export const states = [
  'identified',
  'contacted',
  'invited',
  'applied',
  'member',
  'not-interested',
] as const satisfies readonly ActorState[];

/** The list as its address asks for it; an empty text is no filter. */
export interface ActorQuery {
  readonly q: string;
  readonly state: ActorState | '';
  readonly sector: (typeof sectors)[number] | '';
  readonly country: string;
}

const one = <T extends string>(known: readonly T[], asked: string | null): T | '' => known.find((value) => value === asked) ?? '';

export function readQuery(search: URLSearchParams): ActorQuery {
  const country = search.get('pais') ?? '';
  return {
    q: (search.get('q') ?? '').trim().slice(0, 100),
    state: one(states, search.get('estado')),
    sector: one(sectors, search.get('sector')),
    country: /^[A-Z]{2}$/.test(country) ? country : '',
  };
}

/** The inverse, with its question mark. */
export function writeQuery({ q, state, sector, country }: ActorQuery): string {
  const said = Object.entries({ q, estado: state, sector, pais: country }).filter(([, value]) => value !== '');
  return `?${new URLSearchParams(said).toString()}`;
}

const few = <T extends string>(value: T | ''): T[] => (value === '' ? [] : [value]);

/** As the contract wants it. */
export const filterOf = ({ q, state, sector, country }: ActorQuery) => ({
  q,
  state: few(state),
  sector: few(sector),
  country: few(country),
});

export const isFiltered = (query: ActorQuery): boolean => Object.values(query).some((value) => value !== '');

export type Row = ActorRow;
