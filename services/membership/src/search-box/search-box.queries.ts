import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Localized } from '@alianza/contracts/shapes';
import type { ConsentField } from '@alianza/contracts/membership/directory/profiles';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import { defineQuery, queryRows, type NamedQuery } from '@alianza/platform/data/queries';
import { plainly } from '../data/plain.queries.js';
import { plain } from '../organizations/names.js';

const holds = (text: string) => `position($2::text in ${text}) > 0`;

/** With how many there are in all, so that one statement tells both. */
const limited = (order: string) => `order by ${order} limit $3`;
const counted = 'count(*) over ()::int as total';

export interface FoundOrganization {
  readonly id: string;
  readonly slug: string;
  readonly name: Localized;
  readonly acronym: string | null;
  readonly country: string | null;
  readonly shows: ConsentField[] | null;
  readonly status: OrganizationStatus;
  readonly listed: boolean;
  readonly total: number;
}

const organizations = (name: string, which: string): NamedQuery =>
  defineQuery({
    name,
    scope: 'tenant',
    text: `select o.id, o.slug, o.name, o.acronym, o.country, o.shows, o.status, o.listed, ${counted} from organization o
      where o.network_id = $1 and o.kind = 'member' ${which} and ${holds('coalesce(o.plain, o.name_key)')} ${limited('o.name_key, o.id')}`,
    sample: (networkId) => [networkId, 'red', 6],
  });
const every = organizations('search_box_organizations', '');
const present = organizations('search_box_members', `and o.status <> 'withdrawn'`);

export type FoundActor = Pick<FoundOrganization, 'id' | 'name' | 'acronym' | 'country' | 'total'>;

/** By the map's own id; who came in, under this name or another, is found as the member it is. */
const actors = defineQuery({
  name: 'search_box_actors',
  scope: 'tenant',
  text: `select a.id, o.name, o.acronym, o.country, ${counted} from actor a join organization o on o.network_id = $1 and o.id = a.organization_id
    where a.network_id = $1 and a.state <> 'member' and o.kind = 'actor' and ${holds('coalesce(o.plain, o.name_key)')} ${limited('o.name_key, a.id')}`,
  sample: (networkId) => [networkId, 'red', 6],
});

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string | null;
  readonly organization: Localized | null;
  readonly total: number;
}

const people = (name: string, which: string, sample: readonly unknown[]): NamedQuery =>
  defineQuery({
    name,
    scope: 'tenant',
    text: `select p.id, p.name, r.organization_id as "organizationId", o.name as organization, ${counted}
      from (select distinct x.person_id, x.organization_id from role x where x.network_id = $1 and x.until is null ${which}) r
      cross join lateral (select x.id, x.name from person x where x.id = r.person_id limit 1) p
      left join lateral (select x.name from organization x where x.network_id = $1 and x.id = r.organization_id limit 1) o on true
      where ${holds(plainly('p.name'))} ${limited('p.name, p.id, r.organization_id')}`,
    sample: (networkId) => [networkId, 'ana', 6, ...sample],
  });
const everybody = people('search_box_people', '', []);
const ours = people('search_box_own_people', 'and x.organization_id = $4::uuid', ['01890000-0000-7000-8000-000000000000']);

export interface FoundApplication {
  readonly id: string;
  readonly organization: string;
  readonly country: string;
  readonly total: number;
}

/** Nobody has seen an application whose address was not confirmed. */
const applications = defineQuery({
  name: 'search_box_applications',
  scope: 'tenant',
  text: `select a.id, a.organization, a.country, ${counted} from application a where a.network_id = $1 and a.status <> 'unconfirmed'
    and ${holds(plainly(`a.organization || ' ' || coalesce(a.acronym, '')`))} ${limited('a.submitted_at desc nulls last, a.id')}`,
  sample: (networkId) => [networkId, 'red', 6],
});

export interface Asked {
  readonly networkId: string;
  readonly q: string;
  readonly limit: number;
}

const valuesOf = ({ networkId, q, limit }: Asked) => [networkId, plain(q), limit];

export const findOrganizations = (em: SqlEntityManager, asked: Asked, which: 'every' | 'present'): Promise<FoundOrganization[]> =>
  queryRows(em, which === 'every' ? every : present, valuesOf(asked));

export const findActors = (em: SqlEntityManager, asked: Asked): Promise<FoundActor[]> => queryRows(em, actors, valuesOf(asked));

/** Of the whole network, or of one organisation. */
export const findPeople = (em: SqlEntityManager, asked: Asked, organizationId: string | null): Promise<FoundPerson[]> =>
  organizationId === null ? queryRows(em, everybody, valuesOf(asked)) : queryRows(em, ours, [...valuesOf(asked), organizationId]);

export const findApplications = (em: SqlEntityManager, asked: Asked): Promise<FoundApplication[]> =>
  queryRows(em, applications, valuesOf(asked));
