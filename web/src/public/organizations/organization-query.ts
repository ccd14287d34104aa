import type { OrganizationKind } from '@alianza/contracts/membership/organizations';
import { regions, type RegionCode } from '@alianza/contracts/membership/directory/regions';
import { sectors } from '@alianza/contracts/taxonomy';
import type { Sector } from '@alianza/contracts/vocabularies';
import type { z } from 'zod';

type Kind = z.output<typeof OrganizationKind>;

const kinds = ['member', 'actor'] as const satisfies readonly Kind[];

export const formId = 'buscar';

/** The directory as its address asks for it. */
export interface OrganizationQuery {
  readonly q: string;
  readonly kind: Kind | null;
  readonly sector: readonly Sector[];
  readonly region: readonly RegionCode[];
  readonly country: readonly string[];
  readonly cursor: string | null;
}

/** What is not understood is left out. Both kinds together are no filter. */
export function readQuery(params: URLSearchParams): OrganizationQuery {
  const asked = kinds.filter((kind) => params.getAll('kind').includes(kind));
  return {
    q: (params.get('q') ?? '').trim().slice(0, 100),
    kind: asked.length === 1 ? (asked[0] ?? null) : null,
    sector: sectors.filter((sector) => params.getAll('sector').includes(sector)),
    region: regions.filter((region) => params.getAll('region').includes(region)),
    country: [...new Set(params.getAll('country').filter((code) => /^[A-Z]{2}$/.test(code)))].slice(0, 50),
    cursor: params.get('cursor')?.slice(0, 300) ?? null,
  };
}

/** The inverse, with its question mark: empty where nothing is asked. */
export function writeQuery(query: Partial<OrganizationQuery>): string {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  if (query.kind) params.set('kind', query.kind);
  for (const value of query.sector ?? []) params.append('sector', value);
  for (const value of query.region ?? []) params.append('region', value);
  for (const value of query.country ?? []) params.append('country', value);
  if (query.cursor) params.set('cursor', query.cursor);
  const written = params.toString();
  return written === '' ? '' : `?${written}`;
}

export interface OrganizationFilter {
  readonly facet: 'kind' | 'sector' | 'region' | 'country';
  readonly value: string;
}

export const filtersOf = ({ kind, sector, region, country }: OrganizationQuery): OrganizationFilter[] => [
  ...(kind === null ? [] : [{ facet: 'kind' as const, value: kind }]),
  ...sector.map((value) => ({ facet: 'sector' as const, value })),
  ...region.map((value) => ({ facet: 'region' as const, value })),
  ...country.map((value) => ({ facet: 'country' as const, value })),
];

/** The same list without one of its filters, from its beginning. */
export const withoutFilter = (query: OrganizationQuery, { facet, value }: OrganizationFilter): OrganizationQuery => ({
  ...query,
  cursor: null,
  ...(facet === 'kind' ? { kind: null } : { [facet]: query[facet].filter((one) => one !== value) }),
});
