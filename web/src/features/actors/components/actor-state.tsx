import type { ActorState as State_ } from '@alianza/contracts/membership/directory/actors';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { useText } from '../../../shared/texts/use-text.js';

const kinds: Readonly<Record<State_, StateKind>> = {
  identified: 'still',
  contacted: 'open',
  invited: 'open',
  applied: 'soon',
  member: 'done',
  'not-interested': 'still',
};

/** How far an actor is on its way into the network. */
export function ActorState({ state }: { state: State_ }) {
  const text = useText();
  return <State kind={kinds[state]}>{text(`actors.state.${state}`)}</State>;
}
