import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { AcceptedTerms } from '@alianza/contracts/repository/publication/rights';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { defineQuery } from '@alianza/platform/data/queries';
import { isAway } from '../organizations/active.js';
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
  /** Under which this version was handed in; none where it was not. */
  terms?: AcceptedTerms;
  /** The secretariat entered it for its organisation. */
  onBehalf?: boolean;
  /** Names of its countries in the portal's languages: they are searched, the codes are not. */
  countryNames: string;
  publishedAt: Date;
}

const put = `insert into published_practice
    (network_id, practice_id, organization_id, slug, content, fallback, owner, terms, on_behalf, country_names, named, published_at, first_published_at, owner_away, version)
  select ?::uuid, "practiceId", "organizationId", slug, content, fallback, owner, terms, coalesce("onBehalf", false), "countryNames", named, "publishedAt", "publishedAt",
      exists (select from organization_copy o where o.network_id = ?::uuid and o.id = "organizationId" and ${isAway('o')}), 1
    from json_to_recordset(?::json) as row ("practiceId" uuid, "organizationId" uuid, slug text, content jsonb, fallback text, owner text, terms jsonb, "onBehalf" boolean,
      "countryNames" text, named tsvector, "publishedAt" timestamptz) order by 2
  on conflict (network_id, practice_id) do update set organization_id = excluded.organization_id, slug = excluded.slug, content = excluded.content,
    fallback = excluded.fallback, owner = excluded.owner, terms = excluded.terms, on_behalf = excluded.on_behalf, country_names = excluded.country_names, named = excluded.named, published_at = excluded.published_at, version = published_practice.version + 1`;

const among = 'network_id = ? and practice_id in (?)';

/** In one order, so that two who publish do not wait for each other in a ring. */
const learn = `insert into published_word (network_id, word)
  select distinct p.network_id, word from published_practice p, practice_words(p.content, p.country_names || ' ' || coalesce(p.owner, '')) as word
  where p.${among} order by 1, 2 on conflict do nothing`;

/** Publishes a row as version 1, or its later state as the next, and learns its words. */
export const putPublished = (em: SqlEntityManager, { networkId, ...row }: PublishedRow): Promise<void> =>
  putAllPublished(em, networkId, [row]);

/** The same of many rows of a network, no two of one practice. */
export async function putAllPublished(
  em: SqlEntityManager,
  networkId: string,
  rows: readonly Omit<PublishedRow, 'networkId'>[],
): Promise<void> {
  const { vocabulary } = taxonomyFor(networkId, await readSaid(em, networkId));
  const named = rows.map((row) => ({ ...row, named: namedConcepts(row.content, vocabulary) }));
  const ids = rows.map(({ practiceId }) => practiceId);
  await em.execute(put, [networkId, networkId, JSON.stringify(named)]);
  await em.execute(learn, [networkId, ids]);
}

const rename = 'update published_practice set owner = ? where network_id = ? and organization_id = ? and owner is distinct from ?';

/** An organisation's records say its present name. */
export async function renameOwner(
  em: SqlEntityManager,
  { networkId, organizationId, owner }: { networkId: string; organizationId: string; owner: string },
): Promise<void> {
  await em.execute(rename, [owner, networkId, organizationId, owner]);
}

const leave = 'update published_practice set owner_away = ? where network_id = ? and organization_id = ? and owner_away is distinct from ?';

/** An organisation's records stay under its name; whether it answers for them itself is said with them. */
export async function markAway(
  em: SqlEntityManager,
  { networkId, organizationId, away }: { networkId: string; organizationId: string; away: boolean },
): Promise<void> {
  await em.execute(leave, [away, networkId, organizationId, away]);
}

export type PublishedRecord = Pick<PublishedRow, 'slug' | 'content' | 'owner' | 'publishedAt'> & {
  id: string;
  terms: AcceptedTerms;
  onBehalf: boolean;
  ownerAway: boolean;
  version: number;
  /** Unknown of versions before the present one. */
  verifiedAt?: Date;
  confirmedAt?: Date | null;
};

/** $1 network, $2 slug. */
export const publishedBySlug = defineQuery({
  name: 'practices_by_slug',
  scope: 'public',
  text: `select practice_id as id, slug, content, owner, terms, on_behalf as "onBehalf", owner_away as "ownerAway", published_at as "publishedAt", version,
      greatest(verified_at, published_at) as "verifiedAt", case when confirmed_at > published_at then confirmed_at end as "confirmedAt"
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
