import type { LetterOfRole } from '@alianza/contracts/membership/representation/letters';
import type { StateKind } from '../parts/state.js';

const accredited: Readonly<Record<LetterOfRole['expiry'], readonly [StateKind, string]>> = {
  far: ['done', 'people.letter.valid'],
  soon: ['soon', 'people.letter.soon'],
  over: ['late', 'people.letter.over'],
};

/** How a letter looks, and the text that says so; some take the day it ends. */
export function standingOf({ status, expiry }: Pick<LetterOfRole, 'status' | 'expiry'>): readonly [StateKind, string] {
  if (status === 'accredited') return accredited[expiry];
  return status === 'returned' ? ['late', 'people.letter.returned'] : ['open', 'people.letter.filed'];
}
