import type { EditablePractice } from '@alianza/contracts/repository/practices';
import { State } from '../parts/state.js';
import { useText } from '../texts/use-text.js';
import { practiceStates } from './practice-fields.js';

export function PracticeState({ of: { status, taken } }: { of: Pick<EditablePractice, 'status' | 'taken'> }) {
  const text = useText();
  const state = taken ? 'in-review' : status;
  return <State kind={practiceStates[state]}>{text(`taxonomy.practiceStatus.${state}`)}</State>;
}
