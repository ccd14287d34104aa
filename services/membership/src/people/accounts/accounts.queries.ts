import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Role } from '@alianza/contracts/access';
import { defineQuery, queryRows } from '@alianza/platform/data/queries';
import { nowhere } from '@alianza/platform/ids';
import { plainly } from '../../data/plain.queries.js';

/** Each by its key: whoever takes part, then what is known of those that are shown. $2 words, $3 and $4 the last of the page before. */
const page = defineQuery({
  name: 'accounts_page',
  scope: 'tenant',
  text: `with found as materialized (
      select p.id, ${plainly('p.name')} collate "C" as key from person_network n
        cross join lateral (select id, name, email, erased_at from person where id = n.person_id limit 1) p
        where n.network_id = $1::uuid and p.erased_at is null
          and ($2::text = '' or position($2::text in ${plainly(`p.name || ' ' || p.email`)}) > 0)),
    shown as (select id, key from found where $3::text is null or (key, id) > ($3::text collate "C", $4::uuid) order by key, id limit $5)
    select s.id, s.key, p.name, p.email, p.disabled_at as "disabledAt", p.disabled_reason as "disabledReason", b.name as "disabledBy",
        array(select distinct r.role from role r where r.network_id = $1::uuid and r.person_id = s.id and r.until is null order by 1) as roles
      from shown s
      cross join lateral (select * from person where id = s.id limit 1) p
      left join lateral (select name from person where id = p.disabled_by limit 1) b on true
      order by s.key, s.id`,
  sample: (networkId) => [networkId, 'texto', null, nowhere, 21],
});

export interface AccountRow {
  id: string;
  key: string;
  name: string;
  email: string;
  disabledAt: Date | string | null;
  disabledReason: string | null;
  disabledBy: string | null;
  roles: Role[];
}

export interface Sought {
  readonly networkId: string;
  /** Plain. */
  readonly words: string;
  readonly after: readonly [key: string, id: string] | null;
  readonly limit: number;
}

export const readAccounts = (em: SqlEntityManager, { networkId, words, after, limit }: Sought): Promise<AccountRow[]> =>
  queryRows(em, page, [networkId, words, after?.[0] ?? null, after?.[1] ?? nowhere, limit]);
