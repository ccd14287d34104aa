import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { retention } from '@alianza/contracts/privacy/retention';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { defineQuery } from '@alianza/platform/data/queries';

const named = `from record_file where network_id = ? and practice_id = ? and id in (select (jsonb_array_elements_text(?::jsonb))::uuid)`;
const showPictures = `insert into published_picture (network_id, hash, practice_id, key, width)
  select network_id, hash, practice_id, key, (picture ->> 'width')::int ${named} and picture is not null on conflict do nothing`;
const offerAttachments = `insert into published_attachment (network_id, practice_id, hash, key, name, type)
  select network_id, practice_id, hash, key, name, type ${named} and picture is null on conflict do nothing`;

export interface WithFiles {
  readonly networkId: string;
  readonly id: string;
  readonly content: PracticeContent;
}

/** What a published version carries may be taken by anybody, for as long as the record is public: its later versions take nothing away. */
export async function publishFiles(em: SqlEntityManager, { networkId, id, content }: WithFiles): Promise<void> {
  const idsOf = (files: readonly { id: string }[] = []) => JSON.stringify(files.map((file) => file.id));
  if (content.pictures?.length) await em.execute(showPictures, [networkId, id, idsOf(content.pictures)]);
  if (content.attachments?.length) await em.execute(offerAttachments, [networkId, id, idsOf(content.attachments)]);
}

const unnamedIn = (table: string, practiceId = 'practice_id', which = '') => `and not exists (select from ${table} n
    where n.network_id = f.network_id and n.${practiceId} = f.practice_id ${which} and strpos(n.content::text, f.id::text) > 0)`;
/** Of a practice that was thrown away; else named by what is written, what waits for its review and what the public reads or read, which a practice may go back to. */
const forsaken = (
  one: string,
) => `select f.id from record_file f where f.network_id = ? ${one} and (f.created_at < now() - interval '${String(retention.unnamedFileDays)} days'
    or not exists (select from practice own where own.network_id = f.network_id and own.id = f.practice_id))
  and not exists (select from published_picture p where p.network_id = f.network_id and p.key = f.key)
  and not exists (select from published_attachment a where a.network_id = f.network_id and a.key = f.key)
  ${unnamedIn('practice', 'id')} ${unnamedIn('practice_submission', 'practice_id', 'and n.outcome is null')}
  ${unnamedIn('published_practice')} ${unnamedIn('published_version')}`;

/**
 * Files, of one practice or of all, that no practice names and nothing public needs, kept from being named until the transaction ends; those that somebody is naming are
 * left for the next run. Looked for twice: what was named before the lock was there is seen by a statement that begins after it alone.
 */
export async function lockForsaken(em: SqlEntityManager, networkId: string, practiceId: string | null): Promise<string[]> {
  const found = practiceId === null ? forsaken('') : forsaken('and f.practice_id = ?');
  const of = practiceId === null ? [networkId] : [networkId, practiceId];
  const locked = await em.execute<{ id: string }[]>(`${found} for update of f skip locked`, of);
  const ours = new Set(locked.map(({ id }) => id));
  const still = await em.execute<{ id: string }[]>(found, of);
  return still.map(({ id }) => id).filter((id) => ours.has(id));
}

/** $1 network, $2 hash: the same bytes may belong to several records. */
export const publishedPicture = defineQuery({
  name: 'pictures_by_hash',
  scope: 'public',
  text: 'select key, width from published_picture where network_id = $1 and hash = $2 limit 1',
  sample: (networkId) => [networkId, 'd41d8cd98f00b204e9800998ecf8427e'],
});

/** $1 network, $2 slug, $3 hash. */
export const publishedAttachment = defineQuery({
  name: 'attachments_by_hash',
  scope: 'public',
  text: `select a.key, a.name, a.type from published_practice p join published_attachment a on a.network_id = $1 and a.practice_id = p.practice_id
    where p.network_id = $1 and p.slug = $2 and a.hash = $3`,
  sample: (networkId) => [networkId, 'manzanas-del-cuidado', 'd41d8cd98f00b204e9800998ecf8427e'],
});
