import { defineQuery } from '@alianza/platform/data/queries';

const wanted = `o.network_id = $1 and ($2::text = '' or position($2::text in o.plain) > 0)`;
const ofKind = '($3::text is null or o.kind = $3::text)';
const ofSector = '(cardinality($4::text[]) = 0 or o.sector = any($4::text[]))';
const ofCountry = '(cardinality($5::text[]) = 0 or o.country = any($5::text[]))';
/** Entries from before regions were kept have only their country. */
const ofRegion = '(cardinality($6::text[]) = 0 or o.region = any($6::text[]) or (o.region is null and o.country = any($7::text[])))';
const name = `(o.texts -> $8::text ->> 'name') collate "es-x-icu"`;

/** $1 network, $2 words, $3 kind, $4 sectors, $5 countries, $6 regions, $7 their countries, $8 language, $9 and $10 name and slug of the last one read, $11 limit. */
export const directoryPage = defineQuery({
  name: 'organizations_directory',
  scope: 'public',
  text: `select o.id, o.slug, o.texts -> $8::text as texts, o.acronym, o.kind, o.sector, o.country, o.region, o.category, o.website, o.sources
    from published_organization o where ${wanted} and ${ofKind} and ${ofSector} and ${ofCountry} and ${ofRegion}
      and ($9::text is null or (${name}, o.slug) > ($9::text, $10::text))
    order by ${name}, o.slug limit $11`,
  sample: (networkId) => [networkId, '', 'member', ['civil-society'], [], ['africa'], ['KE'], 'es', null, null, 21],
});

/** Each facet counts under all filters but its own; a region may be told by its country. $1 to $7 as above. */
export const directoryFacets = defineQuery({
  name: 'organizations_facets',
  scope: 'public',
  text: `with found as (select o.kind, o.sector, o.country, coalesce(o.region, o.country) as region, ${ofKind} as by_kind, ${ofSector} as by_sector,
        coalesce(${ofCountry}, false) as by_country, coalesce(${ofRegion}, false) as by_region
      from published_organization o where ${wanted})
    select 'kind' as facet, kind as value, count(*)::int as count from found where by_sector and by_country and by_region group by kind
    union all select 'sector', sector, count(*)::int from found where by_kind and by_country and by_region group by sector
    union all select 'region', region, count(*)::int from found where by_kind and by_sector and by_country and region is not null group by region
    union all select 'country', country, count(*)::int from found where by_kind and by_sector and by_region and country is not null group by country
    union all select 'total', '', count(*)::int from found where by_kind and by_sector and by_country and by_region`,
  sample: (networkId) => [networkId, '', null, [], ['MX'], [], []],
});

/** $1 network, $2 slug or id. */
export const organizationShown = defineQuery({
  name: 'organizations_shown',
  scope: 'public',
  text: `select o.id, o.slug, o.texts, o.acronym, o.kind, o.sector, o.country, o.region, o.category, o.category_since as "categorySince", o.website,
      o.languages, o.work, o.links, o.logo, o.sources, o.former_names as "formerNames", o.initiatives
    from published_organization o where o.network_id = $1 and (o.slug = $2::text or o.id::text = $2::text) limit 1`,
  sample: (networkId) => [networkId, 'red-ejemplo'],
});

/** $1 network, $2 names as they are written. */
export const organizationsNamed = defineQuery({
  name: 'organizations_named',
  scope: 'public',
  text: `select o.slug, o.texts, o.acronym, o.former_names as "formerNames" from published_organization o where o.network_id = $1
      and (o.texts -> 'es' ->> 'name' = any($2::text[]) or o.texts -> 'en' ->> 'name' = any($2::text[]) or o.acronym = any($2::text[])
        or jsonb_exists_any(o.former_names, $2::text[]))
    order by o.slug limit 50`,
  sample: (networkId) => [networkId, ['Red Ejemplo de Cuidados (ficticia)']],
});

/** $1 network, $2 hash of a logo that is shown. */
export const logoShown = defineQuery({
  name: 'organizations_logo',
  scope: 'public',
  text: `select o.logo from published_organization o where o.network_id = $1 and o.logo ->> 'hash' = $2::text limit 1`,
  sample: (networkId) => [networkId, '00000000000000000000000000000000'],
});
