import { defineQuery } from '@alianza/platform/data/queries';

/** What a list shows of a record that stands under the name `practice`. */
export const shown = `slug, content ->> 'type' as type, content -> 'title' as title, content -> 'summary' as summary, countries, content ->> 'place' as place,
  (content ->> 'startYear')::int as "startYear", five_rs as "fiveRs", content ->> 'evidence' as evidence, practice.practice_id as id,
  (select count(*)::int from published_replication r where r.network_id = $1 and r.practice_slug = slug) as replications`;

/** $1 network, $2 ids in the order in which another engine found them, $3 whether the rest of what is written is wanted. Who is not published is left out. */
export const hitsById = defineQuery({
  name: 'practices_hits_by_id',
  scope: 'public',
  text: `select ${shown}, case when $3::boolean then content end as rest
    from unnest($2::uuid[]) with ordinality as found (practice_id, place)
      join published_practice as practice on practice.network_id = $1 and practice.practice_id = found.practice_id order by place`,
  sample: (networkId) => [networkId, ['01890000-0000-7000-8000-000000000000'], true],
});
