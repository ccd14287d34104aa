import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { importTables, type Of, type Planned } from '@alianza/platform/sheets/import-tables';
import { lastId, lastInstant } from '../data/cursor-keys.js';
import type { Import } from './import.entity.js';
import type { RowPlan } from './rows/plan.js';

const begun = defineQuery({
  name: 'imports_begun',
  scope: 'tenant',
  text: `select id, status, name, rows, counts, result, begun_by as "begunBy", begun_at as "begunAt", finished_at as "finishedAt"
    from practice_import where network_id = $1 and (begun_at, id) < ($2::timestamptz, $3::uuid) order by begun_at desc, id desc limit $4`,
  sample: (networkId) => [networkId, lastInstant, lastId, 21],
});

export type BegunRow = Pick<Import, 'id' | 'status' | 'name' | 'rows' | 'counts' | 'result' | 'begunBy'> & {
  begunAt: string;
  finishedAt: string | null;
};

export const readBegun = (
  em: SqlEntityManager,
  networkId: string,
  { after, limit }: { after: readonly [string, string]; limit: number },
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
} = importTables<RowPlan>({ table: 'practice_import', record: 'practice_id', queries: 'imports' });

const identify = `insert into practice_import_identity (network_id, identity, practice_id)
  select ?::uuid, identity, ?::uuid from jsonb_array_elements_text(?::jsonb) as t(identity) on conflict do nothing`;

/** By these a later sheet finds the record again. */
export async function rememberIdentities(
  em: SqlEntityManager,
  networkId: string,
  practiceId: string,
  identities: readonly string[],
): Promise<void> {
  await em.execute(identify, [networkId, practiceId, JSON.stringify(identities)]);
}

const otherwise = `
  select exists (select 1 from practice_import_row r left join practice p
      on p.network_id = r.network_id and p.id = (r.plan -> 'target' ->> 'id')::uuid
    where r.network_id = ? and r.import_id = ? and r.outcome in ('change', 'same') and (p.id is null or p.version <> (r.plan -> 'target' ->> 'version')::int))
  or exists (select 1 from practice_import_row r cross join lateral jsonb_array_elements_text(r.plan -> 'identities') as t(identity)
    where r.network_id = ? and r.import_id = ? and r.outcome = 'create' and (
      exists (select 1 from practice_import_identity i where i.network_id = r.network_id and i.identity = t.identity)
      or exists (select 1 from practice p where p.network_id = r.network_id and p.slug = substr(t.identity, 6) and left(t.identity, 5) = 'slug:')))
  as changed`;

/** Whether a record is no longer what it was when its row was checked, or has come to be since. */
export async function recordsChanged(em: SqlEntityManager, { networkId, importId }: Of): Promise<boolean> {
  const [row] = await em.execute<{ changed: boolean }[]>(otherwise, [networkId, importId, networkId, importId]);
  return row?.changed ?? false;
}
