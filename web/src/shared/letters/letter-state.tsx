import type { LetterOfRole } from '@alianza/contracts/membership/representation/letters';
import { dateInWords } from '../format/dates.js';
import { State } from '../parts/state.js';
import { useText } from '../texts/use-text.js';
import { standingOf } from './letter-standing.js';

/** How a designation letter stands: a word, a shape and, once it is accredited, its last day. */
export function LetterState({ letter }: { letter: Pick<LetterOfRole, 'status' | 'expiry' | 'closing' | 'validUntil'> }) {
  const text = useText();
  const [kind, key] = standingOf(letter);
  return <State kind={kind}>{text(key, { date: dateInWords(text.lang, letter.validUntil) })}</State>;
}
