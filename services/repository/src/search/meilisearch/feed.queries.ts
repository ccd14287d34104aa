import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { IndexedRow } from './documents.js';

/** Networks with changes that the engine has not been given, and for how many seconds the oldest has waited. */
const waiting = `with recursive network as (
    (select network_id from published_change order by network_id limit 1)
    union all
    select (select c.network_id from published_change c where c.network_id > network.network_id order by c.network_id limit 1)
      from network where network.network_id is not null)
  select network.network_id as "networkId", greatest(0, extract(epoch from clock_timestamp() - oldest.changed_at))::float8 as seconds
  from network left join published_feed as fed using (network_id), lateral (
    select changed_at from published_change c where c.network_id = network.network_id and c.changed_at > coalesce(fed.fed_to, '-infinity')
      order by c.changed_at limit 1) as oldest
  union select network_id, 0 from published_renamed`;

/** One at a time, whoever holds the lock; the database takes it from one that does not move any more. */
const lock = `select set_config('idle_in_transaction_session_timeout', '90s', true), pg_try_advisory_xact_lock(hashtext('search feed')) as mine`;
const lockForSure = `select set_config('idle_in_transaction_session_timeout', '90s', true), pg_advisory_xact_lock(hashtext('search feed'))`;

/** Instants as text: ours end at milliseconds. */
const changes = `select practice_id as id, deleted, changed_at::text as at from published_change
  where network_id = ? and changed_at > coalesce((select fed_to from published_feed where network_id = ?), '-infinity') order by changed_at limit ?`;

const indexed = `select practice_id as id, network_id as "networkId", content, named::text as named, facets, country_names || ' ' || coalesce(owner, '') as names,
    sorting_es as "sortingEs", sorting_en as "sortingEn",
    (extract(epoch from first_published_at) * 1000000)::bigint::text as "firstPublishedAt",
    (extract(epoch from published_at) * 1000000)::bigint::text as "publishedAt"
  from published_practice`;

const given = `insert into published_feed (network_id, fed_to) values (?, ?::timestamptz) on conflict (network_id) do update set fed_to = excluded.fed_to`;

const positions = `select network_id as "networkId", max(changed_at)::text as at from published_change group by network_id`;

export interface Waiting {
  readonly networkId: string;
  readonly seconds: number;
}
export interface Change {
  readonly id: string;
  readonly deleted: boolean;
  readonly at: string;
}
export interface Fed {
  readonly networkId: string;
  readonly at: string;
}

export const whoWaits = (em: SqlEntityManager): Promise<Waiting[]> => em.execute<Waiting[]>(waiting);

/** How many the engine must hold, of networks that wait for nothing. */
export async function countPublished(em: SqlEntityManager): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(`select count(*)::int as count from published_practice`);
  return row?.count ?? 0;
}

export async function takeTurn(em: SqlEntityManager): Promise<boolean> {
  const [row] = await em.execute<{ mine: boolean }[]>(lock);
  return row?.mine === true;
}

export async function awaitTurn(em: SqlEntityManager): Promise<void> {
  await em.execute(lockForSure);
}

const renamed = `delete from published_renamed where (network_id, practice_id) in
  (select network_id, practice_id from published_renamed where network_id = ? order by practice_id limit ?) returning practice_id as id`;

/** Taken off the list in the same transaction: it stays there where the engine does not take them. */
export async function takeRenamed(em: SqlEntityManager, networkId: string, most: number): Promise<string[]> {
  return (await em.execute<{ id: string }[]>(renamed, [networkId, most])).map(({ id }) => id);
}

export const nextChanges = (em: SqlEntityManager, networkId: string, most: number): Promise<Change[]> =>
  em.execute<Change[]>(changes, [networkId, networkId, most]);

export async function rowsOf(em: SqlEntityManager, networkId: string, ids: readonly string[]): Promise<IndexedRow[]> {
  if (ids.length === 0) return [];
  return em.execute<IndexedRow[]>(`${indexed} where network_id = ? and practice_id in (?)`, [networkId, ids]);
}

/** All that is published, in parts. */
export const rowsAfter = (em: SqlEntityManager, after: readonly [string, string], most: number): Promise<IndexedRow[]> =>
  em.execute<IndexedRow[]>(`${indexed} where (network_id, practice_id) > (?::uuid, ?::uuid) order by network_id, practice_id limit ?`, [
    ...after,
    most,
  ]);

export async function noteFed(em: SqlEntityManager, { networkId, at }: Fed): Promise<void> {
  await em.execute(given, [networkId, at]);
}

/** How far everything is that an index made now would hold. */
export const whereAllStand = (em: SqlEntityManager): Promise<Fed[]> => em.execute<Fed[]>(positions);

/** All is given once more. What was renamed stays noted: an index that is being made may have read it before. */
export async function beginAgain(em: SqlEntityManager): Promise<void> {
  await em.execute('delete from published_feed');
}
