import { defineQuery } from '@alianza/platform/data/queries';

/** How many organisations hold each category of a network now. */
export const categoryHolders = defineQuery({
  name: 'network_category_holders',
  scope: 'tenant',
  text: `select o.category as code, count(*)::int as held from organization o where o.network_id = $1 and o.category is not null group by o.category`,
  sample: (networkId) => [networkId],
});

/** Who would notice that a language goes: organisations whose words are in it, and people who chose to read in it. $1 network, $2 language. */
export const languageUse = defineQuery({
  name: 'network_language_use',
  scope: 'tenant',
  text: `select (select count(*)::int from organization o where o.network_id = $1 and (o.name ->> 'original' = $2 or o.work ->> 'original' = $2)) as organizations,
      (select count(distinct r.person_id)::int from role r join person p on p.id = r.person_id
        where r.network_id = $1 and r.until is null and p.language = $2) as people`,
  sample: (networkId) => [networkId, 'en'],
});
