import type { LetterClosing, LetterOfRole } from '@alianza/contracts/membership/representation/letters';
import type { File } from '@alianza/platform/files/file.entity';
import type { Letter } from './letter.entity.js';

export interface Beside {
  /** Missing once it is forgotten. */
  readonly file: Pick<File, 'name' | 'size'> | undefined;
  /** All letters of its role. */
  readonly letters: readonly Letter[];
  readonly now: Date;
}

const wasAccredited = ({ decidedAt, reason }: Letter): boolean => Boolean(decidedAt) && !reason;

/** One that held is replaced by the next that held; one that waited, or was sent back, by the next that was filed. */
export function closingOf(letter: Letter, letters: readonly Letter[]): LetterClosing | null {
  if (letter.status !== 'closed') return null;
  const others = letters.filter(({ id, roleId }) => id !== letter.id && roleId === letter.roleId);
  const replaced = wasAccredited(letter)
    ? others.some((other) => wasAccredited(other) && Number(other.decidedAt) > Number(letter.decidedAt))
    : others.some(({ filedAt }) => filedAt > letter.filedAt);
  return replaced ? 'replaced' : 'ended';
}

/** As its organisation sees it beside the role. */
export function viewLetter(letter: Letter, { file, letters, now }: Beside): LetterOfRole {
  const { id, status, dated, validUntil, office, filedAt, decidedAt, reason = null, version } = letter;
  const times = { filedAt: filedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
  const standing = { status, closing: closingOf(letter, letters), expiry: letter.expiry(now) };
  return {
    id,
    dated,
    validUntil,
    office,
    reason,
    version,
    ...times,
    ...standing,
    file: file ? { name: file.name, size: file.size } : null,
  };
}
