import { defineQuery } from '@alianza/platform/data/queries';

const wanted = `o.network_id = $1 and ($2::text = '' or position($2::text in o.plain) > 0)`;
const ofKind = '($3::text is null or o.kind = $3::text)';
const ofSector = '(cardinality($4::text[]) = 0 or o.sector = any($4::text[]))';
const ofCountry = '(cardinality($5::text[]) = 0 or o.country = any($5::text[]))';
const name = `(o.texts -> $6::text ->> 'name') collate "es-x-icu"`;

/** $1 network, $2 words, $3 kind, $4 sectors, $5 countries, $6 language, $7 and $8 name and slug of the last one read, $9 limit. */
export const directoryPage = defineQuery({
  name: 'organizations_directory',
  scope: 'public',
  text: `select o.id, o.slug, o.texts -> $6::text as texts, o.acronym, o.kind, o.sector, o.country, o.category, o.website, o.sources
    from published_organization o where ${wanted} and ${ofKind} and ${ofSector} and ${ofCountry}
      and ($7::text is null or (${name}, o.slug) > ($7::text, $8::text))
    order by ${name}, o.slug limit $9`,
  sample: (networkId) => [networkId, '', 'member', ['civil-society'], [], 'es', null, null, 21],
});

/** Each facet counts under all filters but its own. $1 to $5 as above. */
export const directoryFacets = defineQuery({
  name: 'organizations_facets',
  scope: 'public',
  text: `with found as (select o.kind, o.sector, o.country, ${ofKind} as by_kind, ${ofSector} as by_sector, coalesce(${ofCountry}, false) as by_country
      from published_organization o where ${wanted})
    select 'kind' as facet, kind as value, count(*)::int as count from found where by_sector and by_country group by kind
    union all select 'sector', sector, count(*)::int from found where by_kind and by_country group by sector
    union all select 'country', country, count(*)::int from found where by_kind and by_sector and country is not null group by country
    union all select 'total', '', count(*)::int from found where by_kind and by_sector and by_country`,
  sample: (networkId) => [networkId, '', null, [], ['MX']],
});

/** $1 network, $2 slug or id. */
export const organizationShown = defineQuery({
  name: 'organizations_shown',
  scope: 'public',
  text: `select o.id, o.slug, o.texts, o.acronym, o.kind, o.sector, o.country, o.category, o.category_since as "categorySince", o.website, o.sources
    from published_organization o where o.network_id = $1 and (o.slug = $2::text or o.id::text = $2::text) limit 1`,
  sample: (networkId) => [networkId, 'red-ejemplo'],
});

/** $1 network, $2 names as they are written. */
export const organizationsNamed = defineQuery({
  name: 'organizations_named',
  scope: 'public',
  text: `select o.slug, o.texts, o.acronym from published_organization o where o.network_id = $1
      and (o.texts -> 'es' ->> 'name' = any($2::text[]) or o.texts -> 'en' ->> 'name' = any($2::text[]) or o.acronym = any($2::text[]))
    order by o.slug limit 50`,
  sample: (networkId) => [networkId, ['Red Ejemplo de Cuidados (ficticia)']],
});
