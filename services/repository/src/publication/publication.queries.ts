import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { defineQuery } from '@alianza/platform/data/queries';
import { namedConcepts } from '../search/vocabulary/named-concepts.js';
import { taxonomyFor } from '../taxonomy/network-taxonomy.js';
import { readSaid } from '../taxonomy/taxonomy.queries.js';

/** One row of what the public reads and searches; every other column of the table derives from these. */
export interface PublishedRow {
  networkId: string;
  practiceId: string;
  organizationId?: string | null | undefined;
  slug: string;
  content: PracticeContent;
  /** The network's own language, in which a title is shown and sorted that is not in the one asked. */
  fallback: PortalLanguage;
  owner: string | null;
  /** Names of its countries in the portal's languages: they are searched, the codes are not. */
  countryNames: string;
  publishedAt: Date;
}

const put = `insert into published_practice
    (network_id, practice_id, organization_id, slug, content, fallback, owner, country_names, named, published_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
  on conflict (network_id, practice_id) do update set organization_id = excluded.organization_id, slug = excluded.slug, content = excluded.content,
    fallback = excluded.fallback, owner = excluded.owner, country_names = excluded.country_names, named = excluded.named, published_at = excluded.published_at, version = published_practice.version + 1`;

const learn = `insert into published_word (network_id, word)
  select p.network_id, word from published_practice p, practice_words(p.content, p.country_names || ' ' || coalesce(p.owner, '')) as word
  where p.network_id = ? and p.practice_id = ? on conflict do nothing`;

const count = `insert into published_facet (network_id, practice_id, facets)
  select network_id, practice_id, facets from published_practice where network_id = ? and practice_id = ?
  on conflict (network_id, practice_id) do update set facets = excluded.facets`;

/** Publishes a row as version 1, or its later state as the next; counts it and learns its words. */
export async function putPublished(em: SqlEntityManager, row: PublishedRow): Promise<void> {
  const { networkId, practiceId, organizationId, slug, content, fallback, owner, countryNames, publishedAt } = row;
  const { vocabulary } = taxonomyFor(networkId, await readSaid(em, networkId));
  await em.execute(put, [
    networkId,
    practiceId,
    organizationId ?? null,
    slug,
    JSON.stringify(content),
    fallback,
    owner,
    countryNames,
    namedConcepts(content, vocabulary),
    publishedAt,
  ]);
  await em.execute(count, [networkId, practiceId]);
  await em.execute(learn, [networkId, practiceId]);
}

const rename = 'update published_practice set owner = ? where network_id = ? and organization_id = ? and owner is distinct from ?';

/** An organisation's records say its present name. */
export async function renameOwner(
  em: SqlEntityManager,
  { networkId, organizationId, owner }: { networkId: string; organizationId: string; owner: string },
): Promise<void> {
  await em.execute(rename, [owner, networkId, organizationId, owner]);
}

export type PublishedRecord = Pick<PublishedRow, 'slug' | 'content' | 'owner' | 'publishedAt'> & {
  id: string;
  version: number;
  /** Unknown of versions before the present one. */
  verifiedAt?: Date;
};

/** $1 network, $2 slug. */
export const publishedBySlug = defineQuery({
  name: 'practices_by_slug',
  scope: 'public',
  text: `select practice_id as id, slug, content, owner, published_at as "publishedAt", version,
      greatest(verified_at, published_at) as "verifiedAt"
    from published_practice where network_id = $1 and slug = $2`,
  sample: (networkId) => [networkId, 'manzanas-del-cuidado'],
});

/** $1 network, $2 id: what was withdrawn keeps its identifier. */
export const publishedById = defineQuery({
  name: 'practices_by_id',
  scope: 'public',
  text: `select slug from published_practice where network_id = $1 and practice_id = $2
    union all select slug from published_tombstone where network_id = $1 and practice_id = $2`,
  sample: (networkId) => [networkId, '01890000-0000-7000-8000-000000000000'],
});
