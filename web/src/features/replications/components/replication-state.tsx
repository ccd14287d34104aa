import type { ReplicationStatus } from '@alianza/contracts/repository/replications';
import { State, type StateKind } from '../../../shared/parts/state.js';
import { useText } from '../../../shared/texts/use-text.js';

const kinds: Readonly<Record<ReplicationStatus, StateKind>> = {
  draft: 'still',
  told: 'open',
  asked: 'soon',
  confirmed: 'done',
  refused: 'late',
  withdrawn: 'still',
  ended: 'still',
};

export function ReplicationState({ status }: { status: ReplicationStatus }) {
  const text = useText();
  return <State kind={kinds[status]}>{text(`replications.status.${status}`)}</State>;
}
