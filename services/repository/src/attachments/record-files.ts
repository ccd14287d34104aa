import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { attachmentFacts, pictureFacts, RecordFile } from './record-file.entity.js';
import { RecordFileForeignError } from './record-files.errors.js';

interface Whose {
  readonly networkId: string;
  /** Null of a practice that is only being begun, which has no files yet. */
  readonly practiceId: string | null;
}

/** What people say of its pictures and files stands as they said it; what these are is known here. Another practice's are refused. */
export async function settleFiles(em: EntityManager, content: PracticeContent, whose: Whose): Promise<PracticeContent> {
  const { pictures, attachments } = content;
  const ids = [...(pictures ?? []), ...(attachments ?? [])].map(({ id }) => id);
  if (ids.length === 0) return content;
  const own = await ownFiles(em, ids, whose);
  const settled = { ...content };
  if (pictures) settled.pictures = once(pictures).map((said) => ({ ...said, ...pictureFacts(found(own, said.id, 'pictures')) }));
  if (attachments)
    settled.attachments = once(attachments).map((said) => ({ ...said, ...attachmentFacts(found(own, said.id, 'attachments')) }));
  return settled;
}

/** Locked against being forgotten meanwhile: whoever names them needs them to stay. */
async function ownFiles(em: EntityManager, ids: readonly string[], { networkId, practiceId }: Whose): Promise<Map<string, RecordFile>> {
  if (practiceId === null) return new Map();
  const lockMode = LockMode.PESSIMISTIC_READ;
  const files = await em.find(RecordFile, { networkId, practiceId, id: { $in: [...ids] } }, { lockMode });
  return new Map(files.map((file) => [file.id, file]));
}

/** Each once, however often it is named. */
const once = <T extends { id: string }>(named: readonly T[]): T[] => [...new Map(named.map((one) => [one.id, one])).values()];

function found(own: ReadonlyMap<string, RecordFile>, id: string, field: 'pictures' | 'attachments'): RecordFile {
  const file = own.get(id);
  if (!file || Boolean(file.picture) !== (field === 'pictures')) throw new RecordFileForeignError(field);
  return file;
}
