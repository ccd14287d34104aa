import type { LetterOfRole } from '@alianza/contracts/membership/representation/letters';
import type { StateKind } from '../parts/state.js';

const accredited: Readonly<Record<LetterOfRole['expiry'], readonly [StateKind, string]>> = {
  far: ['done', 'people.letter.valid'],
  soon: ['soon', 'people.letter.soon'],
  over: ['late', 'people.letter.over'],
};

type Standing = Pick<LetterOfRole, 'status' | 'expiry' | 'closing'>;

/** How a letter looks, and the text that says so; some take the day it ends. */
export function standingOf({ status, expiry, closing }: Standing): readonly [StateKind, string] {
  if (status === 'closed') return ['still', closing === 'replaced' ? 'people.letter.replaced' : 'people.letter.ended'];
  if (status === 'accredited') return accredited[expiry];
  return status === 'returned' ? ['late', 'people.letter.returned'] : ['open', 'people.letter.filed'];
}
