import type { PracticeStatus } from '@alianza/contracts/repository/practices';
import { State } from '../parts/state.js';
import { useText } from '../texts/use-text.js';
import { practiceStates } from './practice-fields.js';

export function PracticeState({ status }: { status: PracticeStatus }) {
  const text = useText();
  return <State kind={practiceStates[status]}>{text(`taxonomy.practiceStatus.${status}`)}</State>;
}
