import { State, type StateKind } from '../../../shared/parts/state.js';
import { useText } from '../../../shared/texts/use-text.js';
import { stateOf, type Concept, type StateKey } from '../api/concept-values.js';

const kinds: Readonly<Record<StateKey, StateKind>> = { offered: 'done', retired: 'still', later: 'soon', over: 'still' };

/** Whether new records may be marked with it on a day, and why not. */
export function ConceptState({ concept, day }: { concept: Concept; day: string }) {
  const text = useText();
  const state = stateOf(concept, day);
  return <State kind={kinds[state]}>{text(`concepts.state.${state}`)}</State>;
}
