import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CountedVisit } from '@alianza/contracts/repository/publication/counts';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';

const sampleDay = '2026-11-21';

/** The salt of a day, drawn by whoever asks first. */
export async function saltOf(em: SqlEntityManager, networkId: string, day: string, drawn: string): Promise<string> {
  await em.execute('insert into count_salt (network_id, day, salt) values (?, ?, ?) on conflict do nothing', [networkId, day, drawn]);
  const [row] = await em.execute<{ salt: string }[]>('select salt from count_salt where network_id = ? and day = ?', [networkId, day]);
  return row?.salt ?? drawn;
}

/** Visits of what is not published, or counted before, count nothing; null where the salt of that day is gone. Rows in one order, so that replicas never wait in a circle. */
const add = `with salted as (select from count_salt where network_id = ?::uuid and day = ?::date), told as (
    select distinct v.slug, v.use, v.visitor from jsonb_to_recordset(?::jsonb) as v (slug text, use text, visitor text)
    where exists (select from salted) and exists (select 1 from published_practice p where p.network_id = ?::uuid and p.slug = v.slug)
  ), first as (
    insert into count_visitor (network_id, day, slug, use, visitor) select ?::uuid, ?::date, slug, use, visitor from told order by slug, use, visitor
    on conflict do nothing returning slug, use
  ), kept as (
    insert into published_count as c (network_id, slug, day, views, downloads)
    select ?::uuid, slug, ?::date, count(*) filter (where use = 'view'), count(*) filter (where use = 'download') from first group by slug order by slug
    on conflict (network_id, slug, day) do update set views = c.views + excluded.views, downloads = c.downloads + excluded.downloads
  ) select case when exists (select from salted) then count(*)::int end as counted from first`;

export async function addVisits(
  em: SqlEntityManager,
  networkId: string,
  day: string,
  visits: readonly CountedVisit[],
): Promise<number | null> {
  const of = [networkId, day];
  const values = [...of, JSON.stringify(visits), networkId, ...of, ...of];
  const [row] = await em.execute<{ counted: number | null }[]>(add, values);
  return row?.counted ?? null;
}

/** Throws away what is not of this day. */
export async function forgetDaysBefore(em: SqlEntityManager, networkId: string, day: string): Promise<void> {
  await em.execute('delete from count_salt where network_id = ? and day < ?::date', [networkId, day]);
  await em.execute('delete from count_visitor where network_id = ? and day < ?::date', [networkId, day]);
}

export interface Counted {
  views: number;
  downloads: number;
}

/** $1 network, $2 slug. No row where nothing is published under it. */
export const countsOfPractice = defineQuery({
  name: 'counts_of_practice',
  scope: 'public',
  text: `select coalesce(sum(views), 0)::int as views, coalesce(sum(downloads), 0)::int as downloads
    from published_practice p left join published_count c on c.network_id = p.network_id and c.slug = p.slug
    where p.network_id = $1 and p.slug = $2 group by p.slug`,
  sample: (networkId) => [networkId, 'manzanas-del-cuidado'],
});

const byMonth = defineQuery({
  name: 'counts_by_month',
  scope: 'public',
  text: `select to_char(day, 'YYYY-MM') as month, sum(views)::int as views, sum(downloads)::int as downloads
    from published_count where network_id = $1 and slug = $2 group by 1 order by 1 desc limit 1200`,
  sample: (networkId) => [networkId, 'manzanas-del-cuidado'],
});

export const readMonths = (em: SqlEntityManager, networkId: string, slug: string): Promise<(Counted & { month: string })[]> =>
  queryRows<Counted & { month: string }>(em, byMonth, [networkId, slug]);

/** $1 network, $2 whose: an organisation's, `network` for its own, `anybody`; $3 address and $4 month behind which it begins, $5 limit. */
const counted = defineQuery({
  name: 'counts_by_practice_and_month',
  scope: 'public',
  text: `select p.slug, p.title, c.month, c.views, c.downloads from
      (select slug, content -> 'title' as title from published_practice where network_id = $1 and slug >= $3
        and ($2::text = 'anybody' or coalesce(organization_id::text, 'network') = $2::text)) as p
    cross join lateral (select to_char(day, 'YYYY-MM') as month, sum(views)::int as views, sum(downloads)::int as downloads
      from published_count where network_id = $1 and slug = p.slug group by 1) as c
    where (p.slug, c.month) > ($3::text, $4::text) order by p.slug, c.month limit $5`,
  sample: (networkId) => [networkId, 'anybody', '', '', 101],
});

interface CountedRow extends Counted {
  slug: string;
  title: Localized;
  month: string;
}
interface Wanted {
  readonly owner: string;
  readonly after: readonly [slug: string, month: string];
  readonly limit: number;
}

export const readCounted = (em: SqlEntityManager, networkId: string, { owner, after, limit }: Wanted): Promise<CountedRow[]> =>
  queryRows<CountedRow>(em, counted, [networkId, owner, ...after, limit]);

const salted = defineQuery({
  name: 'count_salts_of_the_past',
  scope: 'tenant',
  text: 'select day from count_salt where network_id = $1 and day < $2::date',
  sample: (networkId) => [networkId, sampleDay],
});

/** Days whose salt should be gone. */
export const readPastDays = (em: SqlEntityManager, networkId: string, day: string): Promise<{ day: string }[]> =>
  queryRows<{ day: string }>(em, salted, [networkId, day]);
