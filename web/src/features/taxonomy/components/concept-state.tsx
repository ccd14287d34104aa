import { now } from '../../../shared/now.js';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { useText } from '../../../shared/texts/use-text.js';
import { stateOf, type Concept, type StateKey } from '../api/concept-values.js';

const kinds: Readonly<Record<StateKey, StateKind>> = { offered: 'done', retired: 'still', later: 'soon', over: 'still' };

/** Whether new records may be marked with it, and why not. */
export function ConceptState({ concept }: { concept: Concept }) {
  const text = useText();
  const state = stateOf(concept, now().toISOString().slice(0, 10));
  return <State kind={kinds[state]}>{text(`concepts.state.${state}`)}</State>;
}
