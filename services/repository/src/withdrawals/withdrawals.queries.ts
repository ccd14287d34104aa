import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { WithdrawalCause } from '@alianza/contracts/repository/publication/withdrawals';
import type { Localized } from '@alianza/contracts/shapes';
import type { Call } from '@alianza/platform/calls/call';
import type { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { defineQuery } from '@alianza/platform/data/queries';
import { PracticeNotFoundError, PracticeWithdrawnError } from '../practices/practices.errors.js';

export interface TombstoneRow {
  id: string;
  slug: string;
  title: Localized;
  cause: WithdrawalCause;
  reason: Localized;
  withdrawnAt: Date;
}

/** $1 network, $2 slug. */
export const tombstoneBySlug = defineQuery({
  name: 'tombstones_by_slug',
  scope: 'public',
  text: `select practice_id as id, slug, title, cause, reason, withdrawn_at as "withdrawnAt"
    from published_tombstone where network_id = $1 and slug = $2`,
  sample: (networkId) => [networkId, 'manzanas-del-cuidado'],
});

/** Nothing is published under the address: gone where it once was, else never there. */
export async function refuseWithdrawn(reads: PublicReads, slug: string, { network, request }: Call): Promise<never> {
  const [row] = await reads.rows<TombstoneRow>(tombstoneBySlug, [network, slug], request.left);
  throw row ? new PracticeWithdrawnError() : new PracticeNotFoundError();
}

/** The words that are written nowhere else in the network go too: nobody is led to them by a misspelling. */
const forgetWords = `delete from published_word w
  using published_practice p, practice_words(p.content, p.country_names || ' ' || coalesce(p.owner, '')) as written (word)
  where p.network_id = ? and p.practice_id = ? and w.network_id = p.network_id and w.word = written.word and not exists (
    select from published_document o where o.network_id = p.network_id and o.practice_id <> p.practice_id
      and o.document @@ to_tsquery('simple', quote_literal(unaccented(written.word))))`;

const leaveTombstone = `insert into published_tombstone (network_id, practice_id, slug, type, five_rs, title, cause, reason, withdrawn_at)
  select network_id, practice_id, slug, coalesce(type, ''), five_rs, content -> 'title', ?, ?::jsonb, ? from published_practice
  where network_id = ? and practice_id = ? returning title`;

const goes = ['published_practice', 'published_version', 'published_picture', 'published_attachment'].map(
  (table) => `delete from ${table} where network_id = ? and practice_id = ?`,
);

export interface Burial {
  networkId: string;
  practiceId: string;
  cause: WithdrawalCause;
  reason: Localized;
  at: Date;
}

/** Takes everything the public reads of a practice, and leaves what says that it was there. Answers the title it had. */
export async function bury(em: SqlEntityManager, { networkId, practiceId, cause, reason, at }: Burial): Promise<PracticeContent['title']> {
  const [row] = await em.execute<{ title: Localized }[]>(leaveTombstone, [cause, JSON.stringify(reason), at, networkId, practiceId]);
  await em.execute(forgetWords, [networkId, practiceId]);
  for (const statement of goes) await em.execute(statement, [networkId, practiceId]);
  if (!row) throw new PracticeNotFoundError();
  return row.title;
}
