import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { defineQuery } from '@alianza/platform/data/queries';

const keep = `insert into published_version (network_id, practice_id, version, content, owner, published_at)
  select network_id, practice_id, version, content, owner, published_at from published_practice where network_id = ? and practice_id = ?`;

/** Before the next version takes its place, what the public reads is kept beside it; nothing where nothing is public yet. */
export async function keepVersion(em: SqlEntityManager, networkId: string, practiceId: string): Promise<void> {
  await em.execute(keep, [networkId, practiceId]);
}

const present = 'select content from published_practice where network_id = ? and practice_id = ?';

/** What the public reads of a practice, in every language; null where nothing is public. */
export async function publishedContent(em: SqlEntityManager, networkId: string, practiceId: string): Promise<PracticeContent | null> {
  const [row] = await em.execute<{ content: PracticeContent }[]>(present, [networkId, practiceId]);
  return row?.content ?? null;
}

export interface VersionRow {
  id: string;
  slug: string;
  version: number;
  content: PracticeContent;
  owner: string | null;
  publishedAt: Date;
}

/** $1 network, $2 slug: the present version and all before it, the latest first. */
export const versionsBySlug = defineQuery({
  name: 'practice_versions',
  scope: 'public',
  text: `select p.practice_id as id, p.slug, v.version, v.content, v.owner, v.published_at as "publishedAt"
    from published_practice p cross join lateral (
      select p.version, p.content, p.owner, p.published_at
      union all
      select e.version, e.content, e.owner, e.published_at from published_version e where e.network_id = $1 and e.practice_id = p.practice_id) as v
    where p.network_id = $1 and p.slug = $2 order by v.version desc limit 200`,
  sample: (networkId) => [networkId, 'manzanas-del-cuidado'],
});
