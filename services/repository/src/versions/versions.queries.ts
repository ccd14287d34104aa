import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { AcceptedTerms } from '@alianza/contracts/repository/publication/rights';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Localized } from '@alianza/contracts/shapes';
import { defineQuery } from '@alianza/platform/data/queries';

const keep = `insert into published_version (network_id, practice_id, version, content, owner, terms, published_at)
  select network_id, practice_id, version, content, owner, terms, published_at from published_practice
  where network_id = ? and practice_id in (?)`;

/** Before the next version takes its place, what the public reads of a practice is kept beside it; nothing where nothing is public yet. */
export async function keepVersions(em: SqlEntityManager, networkId: string, practiceIds: readonly string[]): Promise<void> {
  await em.execute(keep, [networkId, practiceIds]);
}

const present = 'select content from published_practice where network_id = ? and practice_id = ?';

/** What the public reads of a practice, in every language; null where nothing is public. */
export async function publishedContent(em: SqlEntityManager, networkId: string, practiceId: string): Promise<PracticeContent | null> {
  const [row] = await em.execute<{ content: PracticeContent }[]>(present, [networkId, practiceId]);
  return row?.content ?? null;
}

const title = `select content -> 'title' as title from published_practice where network_id = ? and practice_id = ?
  union all select title from published_tombstone where network_id = ? and practice_id = ?`;

/** What others call it: what is or was public, never by the title of a next version that is being written. */
export async function publicTitle(em: SqlEntityManager, { networkId, id, content }: Titled): Promise<Localized> {
  const [row] = await em.execute<{ title: Localized }[]>(title, [networkId, id, networkId, id]);
  return row?.title ?? content.title;
}

interface Titled {
  readonly networkId: string;
  readonly id: string;
  readonly content: PracticeContent;
}

export interface VersionRow {
  id: string;
  slug: string;
  version: number;
  content: PracticeContent;
  owner: string | null;
  terms: AcceptedTerms;
  onBehalf: boolean;
  ownerAway: boolean;
  publishedAt: Date;
}

/** $1 network, $2 slug: the present version and all before it, the latest first. */
export const versionsBySlug = defineQuery({
  name: 'practice_versions',
  scope: 'public',
  text: `select p.practice_id as id, p.slug, p.on_behalf as "onBehalf", p.owner_away as "ownerAway", v.version, v.content, v.owner, v.terms, v.published_at as "publishedAt"
    from published_practice p cross join lateral (
      select p.version, p.content, p.owner, p.terms, p.published_at
      union all
      select e.version, e.content, e.owner, e.terms, e.published_at from published_version e where e.network_id = $1 and e.practice_id = p.practice_id) as v
    where p.network_id = $1 and p.slug = $2 order by v.version desc limit 200`,
  sample: (networkId) => [networkId, 'manzanas-del-cuidado'],
});
