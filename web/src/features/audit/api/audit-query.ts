import type { ServiceName } from '@alianza/contracts/access';
import { parts } from './audit-values.js';
import { endOfDay, startOfDay } from './days.js';

/** The log as its address asks for it; an empty text is no filter. */
export interface AuditQuery {
  readonly q: string;
  /** Civil days in the network's zone. */
  readonly since: string;
  readonly until: string;
  /** A person's id, or a part of the platform. */
  readonly who: string;
  readonly organization: string;
  readonly noun: string;
  readonly verb: string;
  /** The id of one record. */
  readonly thing: string;
}

export const nothing: AuditQuery = { q: '', since: '', until: '', who: '', organization: '', noun: '', verb: '', thing: '' };

/** What each filter is called in the address, and what it looks like. */
const id = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;
const word = /^[a-z][a-z-]{0,59}$/;
const day = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const named = {
  since: ['desde', day],
  until: ['hasta', day],
  who: ['quien', /^(?:[\da-f-]{36}|[a-z]{3,20})$/],
  organization: ['por', id],
  noun: ['sobre', word],
  verb: ['paso', word],
  thing: ['registro', id],
} as const satisfies Partial<Record<keyof AuditQuery, readonly [string, RegExp]>>;
const filters = Object.keys(named) as (keyof typeof named)[];

const isDay = (civil: string) => !Number.isNaN(Date.parse(civil)) && new Date(civil).toISOString().startsWith(civil);

export function readQuery(search: URLSearchParams): AuditQuery {
  const read = (filter: keyof typeof named) => {
    const [name, shape] = named[filter];
    const asked = search.get(name) ?? '';
    const known = shape.test(asked) && (shape !== day || isDay(asked));
    return [filter, known ? asked : ''] as const;
  };
  return { ...nothing, ...Object.fromEntries(filters.map(read)), q: (search.get('q') ?? '').trim().slice(0, 100) };
}

/** The inverse, with its question mark. */
export function writeQuery(query: AuditQuery): string {
  const search = new URLSearchParams();
  if (query.q !== '') search.set('q', query.q);
  for (const filter of filters) if (query[filter] !== '') search.set(named[filter][0], query[filter]);
  return `?${search.toString()}`;
}

export const isFiltered = (query: AuditQuery): boolean => Object.values(query).some((value) => value !== '');

const isService = (who: string): who is ServiceName => parts.some((part) => part === who);

/** As the contract wants it; days are those of the zone. */
export function filterOf({ q, since, until, who, organization, noun, verb, thing }: AuditQuery, zone: string) {
  return {
    ...(q !== '' && { q }),
    ...(since !== '' && { since: startOfDay(since, zone) }),
    ...(until !== '' && { until: endOfDay(until, zone) }),
    ...(id.test(who) ? { personId: who } : isService(who) && { service: who }),
    ...(organization !== '' && { organizationId: organization }),
    ...(noun !== '' && { noun }),
    ...(verb !== '' && { verb }),
    ...(thing !== '' && { aggregateId: thing }),
  };
}
