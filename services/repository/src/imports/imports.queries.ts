import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { importTables, type Of, type Planned } from '@alianza/platform/imports/import-tables';
import type { PracticePlan } from './rows/plan.js';

export type PlannedPractice = Planned<PracticePlan>;

export const practiceTables = importTables<PracticePlan>({ table: 'practice_import', record: 'practice_id', queries: 'imports' });

const identify = `insert into practice_import_identity as known (network_id, identity, practice_id)
  select distinct on (t.identity) ?::uuid, t.identity, t.id from jsonb_to_recordset(?::jsonb) as t(identity text, id uuid)
  on conflict (network_id, identity) do update set practice_id = excluded.practice_id
  where not exists (select from practice p where p.network_id = known.network_id and p.id = known.practice_id)`;

/** By these a later sheet finds the record again. What a record was known by that is gone is free. */
export async function rememberIdentities(
  em: SqlEntityManager,
  networkId: string,
  identities: readonly { readonly identity: string; readonly id: string }[],
): Promise<void> {
  if (identities.length > 0) await em.execute(identify, [networkId, JSON.stringify(identities)]);
}

const otherwise = `
  select exists (select 1 from practice_import_row r left join practice p
      on p.network_id = r.network_id and p.id = (r.plan -> 'target' ->> 'id')::uuid
    where r.network_id = ? and r.import_id = ? and r.outcome in ('change', 'same') and (p.id is null or p.version <> (r.plan -> 'target' ->> 'version')::int))
  or exists (select 1 from practice_import_row r cross join lateral jsonb_array_elements_text(r.plan -> 'identities') as t(identity)
    where r.network_id = ? and r.import_id = ? and r.outcome = 'create' and (
      exists (select 1 from practice_import_identity i join practice p on p.network_id = i.network_id and p.id = i.practice_id
        where i.network_id = r.network_id and i.identity = t.identity)
      or exists (select 1 from practice p where p.network_id = r.network_id and p.slug = substr(t.identity, 6) and left(t.identity, 5) = 'slug:')))
  as changed`;

/** Whether a record is no longer what it was when its row was checked, or has come to be since. */
export async function recordsChanged(em: SqlEntityManager, { networkId, importId }: Of): Promise<boolean> {
  const [row] = await em.execute<{ changed: boolean }[]>(otherwise, [networkId, importId, networkId, importId]);
  return row?.changed ?? false;
}
