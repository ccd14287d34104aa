import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ActorRow, ActorState, listActors } from '@alianza/contracts/membership/directory/actors';
import type { InputOf } from '@alianza/contracts/operation';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import { plain } from '../organizations/names.js';

/** Whoever admitted its organisation, by a sheet or an application: who is a member is no longer outside. */
const state = `case when o.kind = 'member' then 'member' else a.state end`;
const among = (at: number, value: string) => `($${String(at)}::text[] = '{}' or ${value} = any($${String(at)}::text[]))`;
const found = `from actor a join organization o on o.network_id = $1::uuid and o.id = a.organization_id
    where a.network_id = $1::uuid and ($2::text = '' or position($2::text in coalesce(o.plain, o.name_key)) > 0)`;
const [byState, bySector, byCountry] = [among(3, state), among(4, 'o.sector'), among(5, 'o.country')];

const page = defineQuery({
  name: 'actors_page',
  scope: 'tenant',
  text: `select a.id, o.slug, o.name, o.acronym, o.sector, o.country, o.region, o.website, o.role, ${state} as state, a.since, o.listed as shown,
      a.initiatives, a.sources, o.name_key as key
    ${found} and ${byState} and ${bySector} and ${byCountry} and ($6::text is null or (o.name_key collate "C", a.id) > ($6::text collate "C", $7::uuid))
    order by o.name_key collate "C", a.id limit $8`,
  sample: (networkId) => [networkId, '', '{identified}', '{}', '{}', null, nowhere, 21],
});

const facets = defineQuery({
  name: 'actors_facets',
  scope: 'tenant',
  text: `with found as (select ${state} as state, o.sector, coalesce(o.country, '') as country, ${byState} as by_state, ${bySector} as by_sector,
        coalesce(${byCountry}, false) as by_country ${found})
    select 'state' as facet, state as value, count(*)::int as count from found where by_sector and by_country group by state
    union all select 'sector', sector, count(*)::int from found where by_state and by_country group by sector
    union all select 'country', country, count(*)::int from found where by_state and by_sector and country <> '' group by country
    union all select 'total', '', count(*)::int from found where by_state and by_sector and by_country`,
  sample: (networkId) => [networkId, '', '{identified}', '{}', '{MX}'],
});

export type Filter = Pick<InputOf<typeof listActors>, 'q' | 'state' | 'sector' | 'country'>;
export type FoundActor = Omit<ActorRow, 'name' | 'since' | 'initiatives' | 'state'> & {
  name: Localized;
  role: Localized | null;
  state: ActorState;
  /** Instants come as text. */
  since: string;
  initiatives: readonly { readonly title: string }[];
  sources: readonly { readonly title: string; readonly url: string | null }[];
  key: string;
};
export interface Count {
  readonly facet: 'state' | 'sector' | 'country' | 'total';
  readonly value: string;
  readonly count: number;
}

/** Codes of our own alphabet, as PostgreSQL writes a list. */
const list = (codes: readonly string[]): string => `{${codes.join(',')}}`;
const narrowing = (networkId: string, { q, state: states, sector, country }: Filter) => [
  networkId,
  plain(q),
  ...[states, sector, country].map(list),
];

export interface Slice {
  /** Key and id of the last one read. */
  readonly last: readonly (string | number | null)[] | null;
  readonly limit: number;
}

export const readActors = (em: SqlEntityManager, networkId: string, filter: Filter, { last, limit }: Slice): Promise<FoundActor[]> =>
  queryRows<FoundActor>(em, page, [...narrowing(networkId, filter), ...(last ?? [null, nowhere]), limit]);

export const countActors = (em: SqlEntityManager, networkId: string, filter: Filter): Promise<Count[]> =>
  queryRows<Count>(em, facets, narrowing(networkId, filter));
