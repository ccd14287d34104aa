import { defineQuery, type NamedQuery } from '@alianza/platform/data/queries';
import { firstId, firstInstant, lastId, lastInstant } from '../data/cursor-keys.js';

/** Microseconds, which a date of this process cannot hold: with less, who walks would meet a row twice. */
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const header = `c.practice_id as id, ${instant('c.changed_at')} as "changedAt", c.deleted, c.type, c.five_rs as "fiveRs"`;
const record = `p.slug, p.content, p.owner, p.terms, p.published_at as "publishedAt", p.version`;
const joined = `left join published_practice p on p.network_id = $1 and p.network_id = c.network_id and p.practice_id = c.practice_id`;

/**
 * Waits for whoever has noted a change and not yet committed it; what they note after this is later than the instant answered. $1 network.
 * It reads no table, so there is no plan to look at.
 */
export const settled: NamedQuery = {
  name: 'changes_settled',
  scope: 'public',
  text: `select ${instant('clock_timestamp()')} as at, pg_advisory_xact_lock_shared(hashtextextended('published_change ' || $1::uuid, 0))`,
  sample: (networkId) => [networkId],
};

/** $1 network, $2 instant of the last one read, $3 from, $4 before, $5 type, $6 five R, $7 limit. */
function changes(name: string, columns: string, join: string): NamedQuery {
  return defineQuery({
    name,
    scope: 'public',
    text: `select ${columns} from published_change c ${join}
      where c.network_id = $1 and c.changed_at > $2::timestamptz and c.changed_at >= $3::timestamptz and c.changed_at < $4::timestamptz
        and ($5::text is null or c.type = $5) and ($6::text is null or c.five_rs @> array[$6::text])
      order by c.changed_at limit $7`,
    sample: (networkId) => [networkId, firstInstant, firstInstant, lastInstant, 'good-practice', 'reduce', 51],
  });
}

export const changesWithRecords = changes('changes_with_records', `${header}, ${record}`, joined);
export const changesAlone = changes('changes_alone', header, '');

/** $1 network, $2 id. */
export const changeOf = defineQuery({
  name: 'changes_one',
  scope: 'public',
  text: `select ${header}, ${record} from published_change c ${joined} where c.network_id = $1 and c.practice_id = $2`,
  sample: (networkId) => [networkId, firstId],
});

/** $1 network, $2 id of the last one read, $3 limit. */
export const recordsById = defineQuery({
  name: 'changes_records',
  scope: 'public',
  text: `select ${header}, ${record} from published_change c ${joined}
    where c.network_id = $1 and c.practice_id > $2 and not c.deleted order by c.practice_id limit $3`,
  sample: (networkId) => [networkId, firstId, 51],
});

/** $1 network, $2 id of the last one read, $3 limit. */
export const replicationsById = defineQuery({
  name: 'register_records',
  scope: 'public',
  text: `select replication_id as id, practice_slug as slug, practice_title as title, organization, content, confirmed_at as "confirmedAt"
    from published_replication where network_id = $1 and replication_id > $2 order by replication_id limit $3`,
  sample: (networkId) => [networkId, firstId, 51],
});

/** $1 network, $2 first id, $3 id before which it ends, $4 limit. */
export const addressesBetween = defineQuery({
  name: 'changes_addresses',
  scope: 'public',
  text: `select practice_id as id, slug, ${instant('changed_at')} as "changedAt" from published_change
    where network_id = $1 and practice_id >= $2 and practice_id < $3 and not deleted order by practice_id limit $4`,
  sample: (networkId) => [networkId, firstId, lastId, 2000],
});

/** $1 network, $2 records in a part. */
export const partsOf = defineQuery({
  name: 'changes_parts',
  scope: 'public',
  text: `select min(id::text) as "from", count(*)::int as count, ${instant('max(changed_at)')} as "changedAt"
    from (select practice_id as id, changed_at, (row_number() over (order by practice_id) - 1) / $2::int as part
      from published_change where network_id = $1 and not deleted) as numbered
    group by part order by part`,
  sample: (networkId) => [networkId, 1000],
});

/** $1 network. */
export const lastChange = defineQuery({
  name: 'changes_last',
  scope: 'public',
  text: `select ${instant('changed_at')} as "changedAt" from published_change where network_id = $1 order by changed_at desc limit 1`,
  sample: (networkId) => [networkId],
});

/** $1 network, $2 addresses. */
export const datesOf = defineQuery({
  name: 'changes_dates',
  scope: 'public',
  text: `select p.practice_id as id, p.slug, p.owner, p.published_at as "publishedAt", ${instant('c.changed_at')} as "changedAt"
    from published_practice p join published_change c on c.network_id = $1 and c.practice_id = p.practice_id
    where p.network_id = $1 and p.slug = any($2::text[])`,
  sample: (networkId) => [networkId, ['manzanas-del-cuidado', 'relevos']],
});
