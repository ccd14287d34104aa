import type { Statement } from '@alianza/platform/data/reads/lane';

/** Adds to many counts at once, in the order of their ids so that replicas never wait for each other in a circle. A count whose time is over begins anew. */
export const addUp: Statement = {
  name: 'limits.add-up',
  text: `insert into rate_limit as kept (id, used, ends_at)
    select id, more, $4::timestamptz + make_interval(secs => seconds) from unnest($1::text[], $2::int[], $3::int[]) as asked (id, more, seconds) order by id
    on conflict (id) do update set
      used = case when kept.ends_at <= $4 then excluded.used else kept.used + excluded.used end,
      ends_at = case when kept.ends_at <= $4 then excluded.ends_at else kept.ends_at end
    returning id, used, extract(epoch from ends_at)::float8 * 1000 as ends`,
};

export const forgetPast: Statement = { name: 'limits.forget-past', text: 'delete from rate_limit where ends_at <= $1' };
