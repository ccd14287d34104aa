import { defineQuery } from '@alianza/platform/data/queries';
import type { RelatedRow } from './related.queries.js';

/** `total` is how many there are, on every row. */
export type CountedRow = RelatedRow & { total: number };

const shown = `select p.slug, p.type, p.content -> 'title' as title, p.content -> 'summary' as summary, p.countries, p.content ->> 'place' as place,
    (p.content ->> 'startYear')::int as "startYear", p.five_rs as "fiveRs", p.content ->> 'evidence' as evidence, count(*) over ()::int as total
  from published_practice p`;
const newest = 'order by p.published_at desc, p.practice_id desc limit $2';
const someId = '01890000-0000-7000-8000-000000000000';

/** $1 network, $2 limit, $3 organisation. */
export const recordsOfOrganization = defineQuery({
  name: 'records_of_organization',
  scope: 'public',
  text: `${shown} where p.network_id = $1 and p.organization_id = $3::uuid ${newest}`,
  sample: (networkId) => [networkId, 10, someId],
});

/** $1 to $3 as above, $4 its names as they are written, $5 their words as a slot of the search: the index finds them, the names decide. */
export const recordsNamingOrganization = defineQuery({
  name: 'records_naming_organization',
  scope: 'public',
  text: `${shown} join published_document as found using (network_id, practice_id)
    where network_id = $1 and p.organization_id is distinct from $3::uuid and found.document @@ slot_query($5::text)
    and p.content -> 'organizations' ?| $4::text[] ${newest}`,
  sample: (networkId) => [networkId, 10, someId, ['Red Ejemplo de Cuidados (ficticia)'], 'red&ejemplo&cuidados&ficticia'],
});
