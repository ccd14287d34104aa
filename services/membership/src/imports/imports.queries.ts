import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { importTables, type Of, type Planned } from '@alianza/platform/sheets/import-tables';
import type { MemberImport } from './member-import.entity.js';
import type { RowPlan } from './rows/plan.js';

export const [lastInstant, lastId] = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

const begun = defineQuery({
  name: 'member_imports_begun',
  scope: 'tenant',
  text: `select id, status, name, rows, counts, result, begun_by as "begunBy", begun_at as "begunAt", finished_at as "finishedAt"
    from member_import where network_id = $1 and (begun_at, id) < ($2::timestamptz, $3::uuid) order by begun_at desc, id desc limit $4`,
  sample: (networkId) => [networkId, lastInstant, lastId, 21],
});

export type BegunRow = Pick<MemberImport, 'id' | 'status' | 'name' | 'rows' | 'counts' | 'result' | 'begunBy'> & {
  begunAt: string;
  finishedAt: string | null;
};

export const readBegun = (
  em: SqlEntityManager,
  networkId: string,
  { after, limit }: { after: readonly (string | number | null)[]; limit: number },
): Promise<BegunRow[]> => queryRows<BegunRow>(em, begun, [networkId, ...after, limit]);

export type PlannedRow = Planned<RowPlan>;

export const {
  readPlanned,
  readCells,
  readWaiting,
  keepRows,
  notePlans,
  noteApplied,
  noteDone,
  noteMoreDone,
  countOutcomes,
  countResults,
} = importTables<RowPlan>({ table: 'member_import', record: 'organization_id', queries: 'member_imports' });

const identify = `insert into member_import_identity (network_id, identity, organization_id)
  select ?::uuid, t.identity, t.id from jsonb_to_recordset(?::jsonb) as t(identity text, id uuid) on conflict do nothing`;

/** By these a later sheet finds the organisation again. */
export async function rememberIdentities(
  em: SqlEntityManager,
  networkId: string,
  identities: readonly { readonly identity: string; readonly id: string }[],
): Promise<void> {
  if (identities.length > 0) await em.execute(identify, [networkId, JSON.stringify(identities)]);
}

const otherwise = `
  select exists (select 1 from member_import_row r left join organization o
      on o.network_id = r.network_id and o.id = (r.plan -> 'target' ->> 'id')::uuid
    where r.network_id = ? and r.import_id = ? and r.outcome in ('change', 'same') and (o.id is null or o.version <> (r.plan -> 'target' ->> 'version')::int))
  or exists (select 1 from member_import_row r cross join lateral jsonb_array_elements_text(r.plan -> 'identities') as t(identity)
    where r.network_id = ? and r.import_id = ? and r.outcome = 'create' and (
      exists (select 1 from member_import_identity i where i.network_id = r.network_id and i.identity = t.identity)
      or exists (select 1 from organization o where o.network_id = r.network_id and left(t.identity, 5) = 'name:' and o.name_key = substr(t.identity, 6))
      or exists (select 1 from organization o where o.network_id = r.network_id and left(t.identity, 5) = 'slug:' and o.slug = substr(t.identity, 6))))
  as changed`;

/** Whether an organisation is no longer what it was when its row was checked, or has come to be since. */
export async function membersChanged(em: SqlEntityManager, { networkId, importId }: Of): Promise<boolean> {
  const [row] = await em.execute<{ changed: boolean }[]>(otherwise, [networkId, importId, networkId, importId]);
  return row?.changed ?? false;
}
