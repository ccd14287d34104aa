import type { LetterState, TitularState } from '@alianza/contracts/membership/directory/members';
import type { OrganizationStatus } from '@alianza/contracts/membership/organizations';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { useText } from '../../../shared/texts/use-text.js';

const kinds: Record<OrganizationStatus, StateKind> = { active: 'done', suspended: 'late', withdrawn: 'still' };
const letterKinds: Record<LetterState, StateKind> = {
  missing: 'still',
  expired: 'late',
  alternate: 'soon',
  expiring: 'soon',
  valid: 'done',
};
const titularKinds: Record<TitularState, StateKind> = { present: 'done', invited: 'soon', expired: 'late', missing: 'late' };

export function MemberState({ status }: { status: OrganizationStatus }) {
  const text = useText();
  return <State kind={kinds[status]}>{text(`members.status.${status}`)}</State>;
}

export function LetterMark({ letter }: { letter: LetterState }) {
  const text = useText();
  return <State kind={letterKinds[letter]}>{text(`members.letter.${letter}`)}</State>;
}

export function TitularMark({ titular }: { titular: TitularState }) {
  const text = useText();
  return <State kind={titularKinds[titular]}>{text(`members.titular.${titular}`)}</State>;
}
