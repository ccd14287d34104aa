import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { importTables, type Of, type Planned } from '@alianza/platform/imports/import-tables';
import { anyIsSo, appearedIn, ofRows } from '../writing/identities.queries.js';
import type { ActorPlan } from './rows/plan.js';

export type PlannedActor = Planned<ActorPlan>;

const table = 'actor_import';
export const actorTables = importTables<ActorPlan>({ table, record: 'actor_id', queries: 'actor_imports' });

/** Actors are not what they were, or have become members. */
const changed = `exists (select 1 from actor_import_row r left join actor a
    on a.network_id = r.network_id and a.id = (r.plan -> 'target' ->> 'id')::uuid
  left join organization o on o.network_id = r.network_id and o.id = a.organization_id and o.kind = 'actor'
  where ${ofRows} and r.outcome in ('change', 'same') and (o.id is null or a.version <> (r.plan -> 'target' ->> 'version')::int))`;
const otherwise = [changed, ...appearedIn(table, `r.plan ->> 'organizationId'`)];

/** Whether an actor is no longer what it was when its row was checked, has come to be since, or is called what a row would be. */
export const actorsChanged = (em: SqlEntityManager, of: Of): Promise<boolean> => anyIsSo(em, otherwise, of);

const websites = defineQuery({
  name: 'actor_imports_websites',
  scope: 'tenant',
  text: `select id, website from organization where network_id = $1 and website is not null`,
  sample: (networkId) => [networkId],
});

/** Of whoever has one. Whole, because domains are compared here and not there: once for some hundred rows. */
export const readWebsites = (em: SqlEntityManager, networkId: string): Promise<{ id: string; website: string }[]> =>
  queryRows(em, websites, [networkId]);

const sites = `select distinct substr(t.identity, 6) as site from actor_import_row r cross join lateral jsonb_array_elements_text(r.plan -> 'identities') as t(identity)
  where ${ofRows} and r.outcome = 'create' and left(t.identity, 5) = 'site:'`;

/** Web domains by which rows that are new were looked for and not found. */
export async function sitesOfNew(em: SqlEntityManager, { networkId, importId }: Of): Promise<string[]> {
  return (await em.execute<{ site: string }[]>(sites, [networkId, importId])).map(({ site }) => site);
}
