import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Of } from '@alianza/platform/imports/import-tables';

export interface Remembered {
  readonly identity: string;
  readonly id: string;
}

/** By these a later sheet of the kind finds the organisation again; a name means whoever bore it last. */
export async function rememberIn(em: SqlEntityManager, table: string, networkId: string, identities: readonly Remembered[]): Promise<void> {
  if (identities.length === 0) return;
  const identify = `insert into ${table}_identity (network_id, identity, organization_id)
    select distinct on (t.identity) ?::uuid, t.identity, t.id from jsonb_to_recordset(?::jsonb) as t(identity text, id uuid)
    on conflict (network_id, identity) do update set organization_id = excluded.organization_id where left(excluded.identity, 5) = 'name:'`;
  await em.execute(identify, [networkId, JSON.stringify(identities)]);
}

export const ofRows = 'r.network_id = ? and r.import_id = ?';

/** Somebody has come to be who a row says is new (by what a name meant before a row with a key is not known) · somebody else is called by now what a row would be, whose own organisation `own` tells. */
export const appearedIn = (table: string, own: string): string[] => [
  `exists (select 1 from ${table}_row r cross join lateral jsonb_array_elements_text(r.plan -> 'identities') as t(identity)
    where ${ofRows} and r.outcome = 'create' and (
      exists (select 1 from ${table}_identity i where i.network_id = r.network_id and i.identity = t.identity
        and (left(i.identity, 5) <> 'name:' or left(r.plan -> 'identities' ->> 0, 4) <> 'ref:'))
      or exists (select 1 from organization o where o.network_id = r.network_id and left(t.identity, 5) = 'slug:' and o.slug = substr(t.identity, 6))
      or exists (select 1 from organization o where o.network_id = r.network_id and left(t.identity, 5) = 'name:' and o.name_key = substr(t.identity, 6))))`,
  `exists (select 1 from ${table}_row r join organization o on o.network_id = r.network_id and o.name_key = r.plan ->> 'nameKey'
    where ${ofRows} and r.outcome in ('create', 'change') and o.id is distinct from (${own})::uuid)`,
];

/** Whether one of several things is so; each asks of the rows of an import once. */
export async function anyIsSo(em: SqlEntityManager, any: readonly string[], { networkId, importId }: Of): Promise<boolean> {
  const [row] = await em.execute<{ so: boolean }[]>(
    `select ${any.join(' or ')} as so`,
    any.flatMap(() => [networkId, importId]),
  );
  return row?.so ?? false;
}
