import type { LetterOfRole } from '@alianza/contracts/membership/representation/letters';
import type { File } from '@alianza/platform/files/file.entity';
import type { Letter } from './letter.entity.js';

/** As its organisation sees it beside the role. */
export function viewLetter(letter: Letter, { name, size }: Pick<File, 'name' | 'size'>, now: Date): LetterOfRole {
  const { id, status, dated, validUntil, office, filedAt, decidedAt, reason = null, version } = letter;
  const times = { filedAt: filedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
  return { id, status, dated, validUntil, office, reason, version, ...times, expiry: letter.expiry(now), file: { name, size } };
}
