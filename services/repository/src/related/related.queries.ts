import type { RelatedPractice } from '@alianza/contracts/repository/publication/related';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery } from '@alianza/platform/data/queries';

export type RelatedRow = Omit<RelatedPractice, 'title' | 'summary' | 'languages'> & { title: Localized; summary: Localized };

/** Nothing but `slug: null` where the record stands alone. */
export type RelatedHit = RelatedRow | { slug: null };

/**
 * $1 network, $2 slug. Looks at the newest four hundred, so that a page costs the same in a network of any size. Who shares one concept only is
 * no relative; who names every concept is none of everybody's.
 */
export const relatedBySlug = defineQuery({
  name: 'practices_related',
  scope: 'public',
  text: `with one as (select practice_id, concepts from published_practice where network_id = $1 and slug = $2),
    recent as (select practice_id, concepts, published_at from published_practice where network_id = $1
      order by published_at desc, practice_id desc limit 400),
    near as (select recent.practice_id, recent.published_at, shared.count / sqrt(cardinality(recent.concepts)) as likeness
      from one, recent, lateral (select count(*) from unnest(recent.concepts) as concept where concept = any(one.concepts)) as shared
      where recent.practice_id <> one.practice_id and shared.count >= 2
      order by likeness desc, published_at desc, practice_id limit 3)
    select p.slug, p.type, p.content -> 'title' as title, p.content -> 'summary' as summary, p.countries, p.content ->> 'place' as place,
      (p.content ->> 'startYear')::int as "startYear", p.five_rs as "fiveRs", p.content ->> 'evidence' as evidence
    from one left join (near join published_practice p on p.network_id = $1 and p.practice_id = near.practice_id) on true
    order by near.likeness desc nulls last, near.published_at desc`,
  sample: (networkId) => [networkId, 'manzanas-del-cuidado'],
});
