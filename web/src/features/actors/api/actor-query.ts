import type { ActorRow, ActorState } from '@alianza/contracts/membership/directory/actors';
import { sectors } from '@alianza/contracts/taxonomy';
import { countryIn, listed, oneOf, wordsIn } from '../../../shared/filters/filter-values.js';

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

export function readQuery(search: URLSearchParams): ActorQuery {
  return {
    q: wordsIn(search),
    state: oneOf(states, search.get('estado')),
    sector: oneOf(sectors, search.get('sector')),
    country: countryIn(search),
  };
}

/** The inverse, with its question mark. */
export function writeQuery({ q, state, sector, country }: ActorQuery): string {
  const said = Object.entries({ q, estado: state, sector, pais: country }).filter(([, value]) => value !== '');
  return `?${new URLSearchParams(said).toString()}`;
}

/** As the contract wants it. */
export const filterOf = ({ q, state, sector, country }: ActorQuery) => ({
  q,
  state: listed(state),
  sector: listed(sector),
  country: listed(country),
});

export const isFiltered = (query: ActorQuery): boolean => Object.values(query).some((value) => value !== '');

export type Row = ActorRow;
